import type { PicturePlace } from '../../core/answers/picture-places.ts'
import { rectOf } from '../../core/dom/unclobbered.ts'
import type { Picture, Skipped } from '../../core/find/picture.ts'
import type { PictureOutcome, PictureReport } from './picture-report.ts'

/**
 * Reports the outcome for what an element shows.
 * @param place undefined for a picture that was not examined yet
 */
export function reportOn(element: Element, found: Picture | Skipped, place: PicturePlace | undefined): PictureReport {
  const { x, y, width, height } = rectOf(element)
  const box = { x, y, width, height }
  if ('skipped' in found) return { url: '', box, outcome: { state: 'skipped', reason: found.skipped } }
  return { kind: found.kind, url: withoutSecrets(found.url), box, outcome: outcomeOf(place) }
}

function outcomeOf(place: PicturePlace | undefined): PictureOutcome {
  if (place?.answer) return { state: 'answered', answer: place.answer }
  return { state: place?.isRequested ? 'asking' : 'waiting' }
}

/** Leaves scheme, host and path of a URL: user, query and fragment may hold passwords and tokens. */
function withoutSecrets(url: string): string {
  return url.replace(/[?#].*/s, '').replace(/^([a-z]+:\/\/)[^/]*@/, '$1')
}
