import type { Answered } from '../../../apparel/answer.ts'
import { onAbort } from '../../../async/on-abort.ts'
import { createSerialQueue } from '../../../async/serial-queue.ts'
import type { NamedGarment } from '../../../garments/picture-garments.ts'
import { isFailure } from '../answers/fallbacks.ts'
import type { Picture } from '../find/picture.ts'
import { findGarments, type SearchCore } from './find-garments.ts'

/** Searches at once: a server that is slow with one picture holds up few others. */
const MAX_OPEN = 3

/** Finds the garments in a picture of the page that has this answer. */
type Search = (picture: Picture, answer: Answered, signal: AbortSignal) => Promise<readonly NamedGarment[]>

/**
 * Searches pictures in the order in which they came on the screen, a few at a time, after the pictures' own answers.
 * @returns finds nothing in a picture that cannot be read, nor once the signal is aborted
 */
export function createSearches(core: SearchCore): Search {
  /** For pictures that come back on the screen. After a lesson there is a new answer, and the garments may have other names. */
  const known = new WeakMap<Answered, readonly NamedGarment[]>()
  const lanes = Array.from({ length: MAX_OPEN }, createSerialQueue)
  let count = 0
  return async (picture, answer, signal) => {
    const garments = known.get(answer)
    if (garments) return garments
    const inTurn = lanes[count++ % MAX_OPEN] ?? createSerialQueue()
    return inTurn(async () => {
      if (signal.aborted) return []
      const search = findGarments(core, { url: picture.url, picture }, 'near', signal)
      const found = await Promise.race([search, untilAborted(signal)])
      if (!found || isFailure(found)) return []
      known.set(answer, found.garments)
      return found.garments
    })
  }
}

/** A withdrawn search never ends by itself. */
function untilAborted(signal: AbortSignal): Promise<undefined> {
  return new Promise(resolve => onAbort(signal, () => resolve(undefined)))
}
