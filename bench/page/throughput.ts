import type { Figure } from '../figure.ts'
import { median } from '../median.ts'
import { followAnswers } from './answered.ts'
import type { Bench } from './open-bench.ts'
import { shelfPage } from './shelf-page.ts'

const ROUNDS = 5
const COUNT = 100

/** Pictures a second on a page of 100, compared with the network alone on pixels in memory, alternately. */
export async function measureThroughput(bench: Bench): Promise<Figure[]> {
  const rates: { page: number[]; memory: number[] } = { page: [], memory: [] }
  for (let round = 0; round < ROUNDS; round++) {
    const times = await bench.own.evaluate(count => globalThis.timeRuns('wasm', count), COUNT)
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

/** Pictures a second from the first answer to the last. */
async function rateOf(bench: Bench): Promise<number> {
  const answers = await followAnswers(bench.own)
  const page = await bench.open(bench.shop.page(shelfPage(bench.shop.fresh(COUNT), COUNT)))
  const times = await answers.until(COUNT)
  await page.close()
  return (1000 * (COUNT - 1)) / ((times.at(-1) ?? 0) - (times[0] ?? 0))
}
