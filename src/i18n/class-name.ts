import type { ApparelClass } from '../apparel/classes.ts'
import type { Failure } from '../apparel/failure.ts'
import { language } from './language.ts'
import { type TextKey, text } from './text.ts'

/** A class in the browser's language. */
export function className(label: ApparelClass): string {
  return text(`class_${label.replace('-', '_')}` as TextKey)
}

/** A probability of 0..1 as whole percents, as in "97%" or "97 %". Never 100 %: the network is never that sure. */
export function percent(probability: number): string {
  percents ??= new Intl.NumberFormat(language(), { style: 'percent' })
  return percents.format(Math.min(0.99, probability))
}

let percents: Intl.NumberFormat | undefined

/** Why a picture has no answer, in the browser's language. */
export function failureText({ failure, detail = '' }: Failure): string {
  return text(`failure_${failure}`, detail)
}
