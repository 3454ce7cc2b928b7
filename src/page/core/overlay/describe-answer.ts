import { type Answer, isAnswered } from '../../../apparel/answer.ts'
import { badgeConfidence } from '../../../apparel/badge-choice.ts'
import { headline } from '../../../i18n/answer-words.ts'
import { failureText } from '../../../i18n/failure-text.ts'
import { percent } from '../../../i18n/percent.ts'
import { createElement } from '../dom/create-element.ts'
import { createProbabilityBars, createSwatch } from './probability-bars.ts'

/** An answer for a card: what it says in a line, with bars of the most probable classes, or the reason why there is none. */
export function describeAnswer(answer: Answer): HTMLElement[] {
  if (!isAnswered(answer)) return [createElement('span', 'reason', failureText(answer))]
  const { prediction } = answer
  const isSure = prediction.own || prediction.verdict === 'garment'
  const sureness = isSure ? ` ${percent(badgeConfidence(prediction))}` : ''
  const name = createElement('b', '', headline(prediction) + sureness)
  const swatch = prediction.own ? [createSwatch(prediction.own.colour)] : []
  return [...swatch, name, createProbabilityBars(prediction)]
}
