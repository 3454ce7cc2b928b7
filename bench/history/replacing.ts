import { setTimeout as pause } from 'node:timers/promises'
import type { Figure } from '../figure.ts'
import { median } from '../median.ts'
import type { HistoryBench } from './open-bench.ts'

const ROUNDS = 18
const STEPS = 6
const TAGS_PER_STEP = 250
/** Time in which the browser merges its files, milliseconds. */
const SETTLE_MS = 1000
/** Largest growth from the first third of the rounds to the last. */
const GROWTH_BAR = 0.05
const MB = 1e6

/**
 * How much a full history grows while new tags replace all of its tags several times.
 * @param thumbnails picture files, base64
 * @param from number of the first new tag
 * @param limit number of tags that the history holds
 */
export async function measureReplacing(
  { page }: HistoryBench,
  thumbnails: string[],
  from: number,
  limit: number,
): Promise<Figure[]> {
  const sizes: number[] = []
  let next = from
  for (let round = 0; round < ROUNDS; round++) {
    for (let step = 0; step < STEPS; step++, next += TAGS_PER_STEP) {
      await page.evaluate((...tags) => historyBench.fill(...tags), next, next + TAGS_PER_STEP, thumbnails)
      await page.evaluate(limit => historyBench.trim(limit), limit)
    }
    await pause(SETTLE_MS)
    const { usage = Number.NaN } = await page.evaluate(() => navigator.storage.estimate())
    sizes.push(usage / MB)
  }
  const [first, last] = [median(sizes.slice(0, ROUNDS / 3)), median(sizes.slice(-ROUNDS / 3))]
  return [
    {
      what: `database of ${limit} tags while ${next - from} new ones replace them: last third of the rounds`,
      seen: `${last.toFixed(1)} MB, first third ${first.toFixed(1)}`,
      bar: `≤ + ${100 * GROWTH_BAR} %`,
      isMet: last <= first * (1 + GROWTH_BAR),
    },
  ]
}
