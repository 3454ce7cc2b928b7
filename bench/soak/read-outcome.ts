import { setTimeout as pause } from 'node:timers/promises'
import { readReports } from '../../scripts/drive/report.ts'
import type { Bench } from '../page/open-bench.ts'
import type { SoakPage } from './pages.ts'

const POLL_MS = 200
/** A page that is not answered by then has lost pictures. */
const TIMEOUT_MS = 60_000

/** What became of the pictures of one page. */
export interface Outcome {
  answered: number
  /** Reasons of those that could not be read or answered. */
  failures: string[]
  /** Number of pictures that got no answer at all. */
  open: number
  /** Paths of those in which a garment was found, each of which becomes a tag. */
  garments: string[]
}

/** Waits until all pictures of a page in front are answered. */
export async function awaitOutcome(bench: Bench, { url, count }: SoakPage): Promise<Outcome> {
  const deadline = performance.now() + TIMEOUT_MS
  for (;;) {
    const outcome = await readOutcome(bench, url, count)
    if (outcome.open === 0 || performance.now() > deadline) return outcome
    await pause(POLL_MS)
  }
}

async function readOutcome({ own }: Bench, url: string, count: number): Promise<Outcome> {
  // A page that was just opened, switched off or killed has nobody to answer.
  const frames = await readReports(own, url).catch(() => [])
  const outcomes = frames.flatMap(({ pictures }) => pictures.map(({ url, outcome }) => ({ url, outcome })))
  const failures: string[] = []
  const garments: string[] = []
  let answered = 0
  for (const { url, outcome } of outcomes) {
    if (outcome.state !== 'answered') continue
    if ('failure' in outcome.answer) failures.push(outcome.answer.failure)
    else {
      answered++
      if (outcome.answer.prediction.verdict === 'garment') garments.push(new URL(url).pathname)
    }
  }
  return { answered, failures, open: count - answered - failures.length, garments }
}
