import { type Garment, garments } from '../../apparel/classes.ts'
import { fold } from '../../history/search/fold.ts'
import { className } from '../../i18n/class-name.ts'

/** Returns the names of the classes in the browser's language, folded for comparison in a search. */
export function garmentNames(): Record<Garment, string> {
  return Object.fromEntries(garments.map(garment => [garment, fold(className(garment))])) as Record<Garment, string>
}
