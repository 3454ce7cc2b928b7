import type { Question } from '../../core/answers/picture-request.ts'
import { rectOf } from '../../core/dom/unclobbered.ts'
import type { Picture, Skipped } from '../../core/find/picture.ts'
import type { PictureOutcome, PictureReport } from './picture-report.ts'

/**
 * What became of what an element shows.
 * @param question about the picture; left out where it was not looked at closely yet
 */
export function reportOn(element: Element, look: Picture | Skipped, question: Question | undefined): PictureReport {
  const { x, y, width, height } = rectOf(element)
  const box = { x, y, width, height }
  if ('skipped' in look) return { url: '', box, outcome: { state: 'skipped', reason: look.skipped } }
  return { kind: look.kind, url: look.url, box, outcome: outcomeOf(element, question) }
}

function outcomeOf(element: Element, question: Question | undefined): PictureOutcome {
  if (question?.answer) return { state: 'answered', answer: question.answer }
  return { state: question?.isWantedAt(element) ? 'asking' : 'waiting' }
}
