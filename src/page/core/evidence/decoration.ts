import { type Answer, isAnswered } from '../../../apparel/answer.ts'
import type { Picture } from '../find/picture.ts'
import { isInHomeLink } from './in-home-link.ts'
import { isInIconRow } from './in-icon-row.ts'
import { isInPageFrame } from './in-page-frame.ts'
import { isNamedLogo } from './named-logo.ts'

/**
 * The network must be this sure of what looks like a logo or an icon. Of 2,746 icons of 64 px, 217 would have a badge and 29
 * reach this; of 40 garments of that size, 18 and 12 (`npm run decorations`).
 */
const MIN_CONFIDENCE = 0.9

/** The answer about a picture in its place: a garment that may be a logo or an icon is unsure unless the network is very sure. */
export function answerInPlace(answer: Answer | undefined, picture: Picture): Answer | undefined {
  if (!answer || !isAnswered(answer)) return answer
  const { prediction } = answer
  const isDoubtful = prediction.verdict === 'garment' && prediction.confidence < MIN_CONFIDENCE
  return isDoubtful && isDecoration(picture) ? { ...answer, prediction: { ...prediction, verdict: 'unsure' } } : answer
}

/** Whether a picture is probably a logo or an icon of the page, to judge by its place and name. */
function isDecoration(picture: Picture): boolean {
  const { element } = picture
  return isInPageFrame(element) || isInHomeLink(element) || isNamedLogo(picture) || isInIconRow(element)
}
