import { setTimeout as pause } from 'node:timers/promises'
import { median } from '../median.ts'
import { isAnswered, picturesOf } from './answered.ts'
import type { Bench } from './open-bench.ts'
import type { Figure } from './report-line.ts'
import { shelfPage } from './shelf-page.ts'

const ROUNDS = 5
const COUNT = 100
/** Milliseconds between two looks: seldom, since each takes time from what is measured. */
const STEP = 200

/** Pictures a second on a page of 100, against the network alone on pixels in memory, by turns. */
export async function measureThroughput(bench: Bench): Promise<Figure[]> {
  const network = await bench.open(`chrome-extension://${bench.extensionId}/bench/network/index.html`)
  const rates: { page: number[]; memory: number[] } = { page: [], memory: [] }
  for (let round = 0; round < ROUNDS; round++) {
    const times = await network.evaluate(count => globalThis.timeRuns('wasm', count), COUNT)
    rates.memory.push((1000 * times.length) / times.reduce((a, b) => a + b, 0))
    rates.page.push(await rateOf(bench))
  }
  const [page, memory] = [median(rates.page), median(rates.memory)]
  return [
    {
      what: `throughput on a page of ${COUNT}`,
      seen: `${page.toFixed(1)} a second of ${memory.toFixed(1)} from memory: ${((100 * page) / memory).toFixed(0)} %`,
      bar: '≥ 85 %',
      isMet: page / memory >= 0.85,
    },
  ]
}

/** From the first look that sees answers to the one that sees all. */
async function rateOf(bench: Bench): Promise<number> {
  const page = await bench.open(bench.shop.page(shelfPage(bench.shop.fresh(COUNT), COUNT)))
  let first: { at: number; count: number } | undefined
  for (;;) {
    const count = (await picturesOf(bench.own, page)).filter(isAnswered).length
    const at = performance.now()
    if (count > 0) first ??= { at, count }
    if (first && count === COUNT) {
      await page.close()
      return (1000 * (count - first.count)) / (at - first.at)
    }
    await pause(STEP)
  }
}
