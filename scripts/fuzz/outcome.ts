import type { Case } from './case.ts'

/** What the extension made of a case, as a driver saw it. */
export type Seen =
  | { answered: true }
  /** A reason for people, or a message that was refused or ignored. */
  | { reason: string }
  | { wrong: string }

/** How a case ended. `wrong` is an answer or a reason that cannot be true of it. */
export const ends = ['answered', 'reason', 'hang', 'crash', 'wrong'] as const
export interface Outcome {
  end: (typeof ends)[number]
  detail: string
}

/**
 * Reasons that can be true of a damaged file, and why a page's picture is not asked about. `drawn_but_unread`, which is
 * `not_a_picture` where the page's own canvas shows something, is none of them.
 */
const possible = ['not_a_picture', 'empty', 'too_many_pixels', 'drawing', 'timed_out', 'not_loaded', 'sprite']

/**
 * Judges what was seen.
 * @param seen undefined if nothing was seen in time
 */
export function judge(one: Case, seen: Seen | undefined): Outcome {
  if (!seen) return { end: 'hang', detail: 'no answer in time' }
  if ('wrong' in seen) return { end: 'wrong', detail: seen.wrong }
  const said: Outcome = 'reason' in seen ? { end: 'reason', detail: seen.reason } : { end: 'answered', detail: '' }
  const fault = faultOf(one, said)
  return fault ? { end: 'wrong', detail: fault } : said
}

function faultOf(one: Case, { end, detail }: Outcome): string | undefined {
  if (one.way === 'message') return undefined
  const isIntact = one.changes.length === 0
  if (one.way === 'import') return isIntact && end !== 'answered' ? `an intact export is refused: ${detail}` : undefined
  // Nobody draws an SVG but the page that shows it.
  const isAnswerable = one.format !== 'svg' || one.way === 'page'
  if (isIntact && isAnswerable && end !== 'answered') return `an intact picture is not answered: ${detail}`
  if (end === 'answered') return one.bytes.length === 0 ? 'an empty file is answered' : undefined
  if (!possible.includes(detail)) return `the reason ${detail} cannot be true`
  const isEmpty = one.bytes.length === 0
  if (one.way !== 'page' && isEmpty !== (detail === 'empty'))
    return `a file of ${one.bytes.length} bytes is “${detail}”`
  if (detail === 'drawing' && !/^\s*image\/svg/i.test(one.type)) return `a file sent as “${one.type}” is a drawing`
  return undefined
}
