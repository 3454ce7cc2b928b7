import type { ApparelClass } from '../apparel/classes.ts'
import type { Failure } from '../messages.ts'
import { type TextKey, text } from './text.ts'

/** A class in the browser's language. */
export function className(label: ApparelClass): string {
  return text(`class_${label.replace('-', '_')}` as TextKey)
}

/** A probability of 0..1 as whole percents. Never 100 %: the network is never that sure. */
export function percent(probability: number): string {
  return `${Math.min(99, Math.round(probability * 100))}%`
}

/** Why a picture has no answer, in the browser's language. */
export function failureText({ failure, detail = '' }: Failure): string {
  return text(`failure_${failure}`, detail)
}
