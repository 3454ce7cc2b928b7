import { overlaySelector } from '../../scripts/drive/in-overlay.ts'
import { costOf } from '../../scripts/drive/trace.ts'
import type { Figure } from '../figure.ts'
import { median } from '../median.ts'
import { followAnswers } from './answered.ts'
import { firstRunOf } from './first-run.ts'
import type { Bench } from './open-bench.ts'
import { processorTimeOf } from './processor-time.ts'
import { shelfPage } from './shelf-page.ts'

const LOADS = 11
const IDLE_COUNT = 100
const LONG_COUNT = 1000
const ROUNDS = 3
const NETWORK_RUNS = 200
/** How much longer than the compared build the content script may take to compile and run for the first time. */
const MARGIN_MS = 2

/** One build's measurements, milliseconds. */
interface Samples {
  firstRun: number[]
  mainThread: number[]
  beyondNetwork: number[]
}

/**
 * What the extension costs a page that does nothing itself. With `against`, both builds take turns, so that a slow minute
 * affects both.
 */
export async function measureIdle(bench: Bench, against?: Bench): Promise<Figure[]> {
  const ours: Samples = { firstRun: [], mainThread: [], beyondNetwork: [] }
  const theirs: Samples = { firstRun: [], mainThread: [], beyondNetwork: [] }
  const builds = [{ bench, samples: ours }, ...(against ? [{ bench: against, samples: theirs }] : [])]
  const addresses = builds.map(({ bench }) => bench.shop.page(shelfPage(bench.shop.fresh(IDLE_COUNT), IDLE_COUNT)))
  for (let round = 0; round <= LOADS; round++)
    for (const [i, { bench, samples }] of builds.entries()) {
      const time = await firstRun(bench, addresses[i] ?? '')
      // The first load includes the browser's own warm-up.
      if (round > 0) samples.firstRun.push(time)
    }
  for (let round = 0; round < ROUNDS; round++)
    for (const { bench, samples } of builds) {
      samples.mainThread.push(await mainThreadTime(bench))
      samples.beyondNetwork.push(await timeBeyondNetwork(bench))
    }
  const compared = (what: string, key: keyof Samples, digits: number, margin?: number): Figure => {
    const [mine, other] = [median(ours[key]), median(theirs[key])]
    const hasBar = against !== undefined && margin !== undefined
    return {
      what,
      seen: `${mine.toFixed(digits)} ms${against ? `, against ${other.toFixed(digits)} ms` : ''}`,
      bar: hasBar ? `≤ ${other.toFixed(digits)} + ${margin} ms` : '–',
      ...(hasBar && { isMet: mine <= other + margin }),
    }
  }
  return [
    compared(`compile and first run on an idle page of ${IDLE_COUNT}, median of ${LOADS}`, 'firstRun', 2, MARGIN_MS),
    compared(`content script on ${LONG_COUNT} pictures, main thread until all are answered`, 'mainThread', 0),
    compared("processor time a picture, beyond the page's and the network's own", 'beyondNetwork', 1),
  ]
}

async function firstRun(bench: Bench, address: string): Promise<number> {
  const page = await bench.browser.newPage()
  const time = await firstRunOf(page, address, () => page.waitForSelector(overlaySelector))
  await page.close()
  return time
}

async function mainThreadTime(bench: Bench): Promise<number> {
  const answers = await followAnswers(bench.own)
  const page = await bench.browser.newPage()
  const { total } = await costOf(page, async () => {
    await page.goto(longPage(bench), { waitUntil: 'domcontentloaded' })
    await answers.until(LONG_COUNT)
  })
  await page.close()
  return total
}

/** Compares a page with and without the extension, and subtracts the network alone, on pixels in memory. @returns ms a picture */
async function timeBeyondNetwork(bench: Bench): Promise<number> {
  const answers = await followAnswers(bench.own)
  const withIt = await timeOfPage(bench, longPage(bench), () => answers.until(LONG_COUNT))
  // The same server under another name, for which the extension is off.
  const without = await timeOfPage(bench, longPage(bench).replace('127.0.0.1', 'localhost'), async () => {})
  await bench.own.evaluate(async () => {
    await globalThis.arena.open('ours', 1)
    await globalThis.arena.run(20)
  })
  const network = await processorTimeOf(bench.browser, () =>
    bench.own.evaluate(count => globalThis.arena.run(count), NETWORK_RUNS),
  )
  await bench.own.evaluate(() => globalThis.arena.close())
  return (withIt - without) / LONG_COUNT - network / NETWORK_RUNS
}

function longPage(bench: Bench): string {
  return bench.shop.page(shelfPage(bench.shop.fresh(LONG_COUNT), LONG_COUNT))
}

async function timeOfPage(bench: Bench, address: string, isDone: () => Promise<unknown>): Promise<number> {
  const page = await bench.browser.newPage()
  const time = await processorTimeOf(bench.browser, async () => {
    await page.goto(address, { timeout: 120_000 })
    await isDone()
  })
  await page.close()
  return time
}
