import { type Garment, garments } from '../../apparel/classes.ts'
import { fold } from '../../history/search/fold.ts'
import { className } from '../../i18n/class-name.ts'

/** What the classes are called in the browser's language, folded as a search compares words. */
export function garmentNames(): Record<Garment, string> {
  return Object.fromEntries(garments.map(garment => [garment, fold(className(garment))])) as Record<Garment, string>
}
