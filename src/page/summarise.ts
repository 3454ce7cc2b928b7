import { isAnswered, type PageSummary, type PictureOutcome, type PictureReport } from '../messages.ts'

/** Counts what became of pictures. */
export function summarise(reports: PictureReport[]): PageSummary {
  const outcomes = reports.map(({ outcome }) => outcome)
  const unreached = reports.filter(({ url, outcome }) => failureOf(outcome) === 'unreachable' && /^https?:/.test(url))
  return {
    garments: outcomes.filter(outcome => verdictOf(outcome) === 'garment').length,
    others: outcomes.filter(outcome => ['none', 'unsure'].includes(verdictOf(outcome) ?? '')).length,
    open: outcomes.filter(({ state }) => state === 'waiting' || state === 'asking').length,
    unread: tally(outcomes.map(failureOf)),
    skipped: tally(outcomes.map(outcome => (outcome.state === 'skipped' ? outcome.reason : undefined))),
    unreached: tally(unreached.map(({ url }) => new URL(url).origin)),
  }
}

function verdictOf(outcome: PictureOutcome) {
  return outcome.state === 'answered' && isAnswered(outcome.answer) ? outcome.answer.prediction.verdict : undefined
}

function failureOf(outcome: PictureOutcome) {
  return outcome.state === 'answered' && !isAnswered(outcome.answer) ? outcome.answer.failure : undefined
}

/** How often each is there; `undefined` does not count. */
function tally<Name extends string>(names: (Name | undefined)[]): Record<Name, number> {
  const counts = {} as Record<Name, number>
  for (const name of names) if (name !== undefined) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
