import { isAnswered, predictionOf } from '../../../apparel/answer.ts'
import { type BadgeChoice, isBadged } from '../../../apparel/badge-choice.ts'
import type { PageSummary, PictureOutcome, PictureReport } from './picture-report.ts'

/** Counts the outcomes of pictures. @param choice decides what gets a badge */
export function summarise(reports: PictureReport[], choice: BadgeChoice & { pageWords: boolean }): PageSummary {
  const outcomes = reports.map(({ outcome }) => outcome)
  const predictions = outcomes
    .map(outcome => predictionIn(outcome, choice))
    .filter(prediction => prediction !== undefined)
  const badged = predictions.filter(prediction => isBadged(prediction, choice))
  const unwanted = predictions.filter(one => one.verdict === 'garment' && !isBadged(one, choice))
  const unreached = reports.filter(({ url, outcome }) => failureOf(outcome) === 'unreachable' && /^https?:/.test(url))
  return {
    garments: badged.length,
    unwanted: unwanted.length,
    others: predictions.length - badged.length - unwanted.length,
    open: outcomes.filter(({ state }) => state === 'waiting' || state === 'asking').length,
    unread: countByName(outcomes.map(failureOf)),
    skipped: countByName(outcomes.map(outcome => (outcome.state === 'skipped' ? outcome.reason : undefined))),
    unreached: countByName(unreached.map(({ url }) => new URL(url).origin)),
  }
}

function predictionIn(outcome: PictureOutcome, choice: { pageWords: boolean }) {
  return outcome.state === 'answered' && isAnswered(outcome.answer) ? predictionOf(outcome.answer, choice) : undefined
}

function failureOf(outcome: PictureOutcome) {
  return outcome.state === 'answered' && !isAnswered(outcome.answer) ? outcome.answer.failure : undefined
}

/** Counts how often each name occurs; `undefined` does not count. */
function countByName<Name extends string>(names: (Name | undefined)[]): Record<Name, number> {
  const counts = {} as Record<Name, number>
  for (const name of names) if (name !== undefined) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
