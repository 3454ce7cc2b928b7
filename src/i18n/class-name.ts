import type { ApparelClass } from '../apparel/classes.ts'
import { type TextKey, text } from './text.ts'

/** Returns the name of a class in the browser's language. */
export function className(label: ApparelClass): string {
  return text(`class_${label.replace('-', '_')}` as TextKey)
}
