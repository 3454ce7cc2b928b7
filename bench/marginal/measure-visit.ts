import { setTimeout as pause } from 'node:timers/promises'
import { type Contender, openPage } from './contender.ts'
import type { PhotoShop } from './photo-shop.ts'
import { processorUse } from './processor-use.ts'
import { writtenBytes } from './written-bytes.ts'

/** For what follows the last answer, such as storing its tag. */
const REST_MS = 1500

/** What one visit to a page cost. */
export interface Visit {
  /** Processor time by part, such as `extension: network worker`, milliseconds. */
  parts: Map<string, number>
  /** Bytes that all processes have written to files. */
  written: number
  /** From the opening of the page to the end of the measurement. */
  milliseconds: number
  /** Times of the answers since the opening, milliseconds. */
  answers: number[]
}

/**
 * Opens a page of new pictures, all in the HTTP cache, and measures all of the browser's processes until each is answered.
 * @param atLeastMs minimum duration, so that a page without an extension has as much time
 */
export async function measureVisit(
  { browser, warm, follow, workers }: Contender,
  shop: PhotoShop,
  count: number,
  atLeastMs = 0,
): Promise<Visit> {
  const first = shop.fresh(count)
  const reading = await openPage(browser, shop.reading(first, count))
  await reading.waitForFunction(() => document.title === 'read')
  await reading.close()
  await warm(Array.from({ length: count }, (_, i) => shop.picture(first + i)))
  const before = shop.requests()
  const until = await follow()
  const page = await browser.newPage()
  await pause(REST_MS)
  const start = Date.now()
  let answers: number[] = []
  const root = browser.process()?.pid as number
  const writtenBefore = await writtenBytes(root)
  const threads = await processorUse(root, async () => {
    await page.goto(shop.shelf(first, count))
    answers = (await until(count)).map(time => time - start)
    await pause(Math.max(REST_MS, atLeastMs - (Date.now() - start)))
  })
  const milliseconds = Date.now() - start
  const written = (await writtenBytes(root)) - writtenBefore
  const roles = await workers()
  await page.close()
  if (shop.requests() > before)
    throw new Error('The browser asked the server again: its cache did not hold the pictures.')
  const parts = new Map<string, number>()
  for (const [id, { process, name, milliseconds }] of threads) {
    const part = partOf(process, name, roles.get(id))
    parts.set(part, (parts.get(part) ?? 0) + milliseconds)
  }
  return { parts, written, milliseconds, answers }
}

function partOf(process: string, thread: string, role: string | undefined): string {
  if (process !== 'extension')
    return process === 'page' ? `page: ${thread === 'main' ? 'main thread' : 'others'}` : process
  if (thread === 'main') return 'extension: main thread'
  if (thread.startsWith('Dedicated')) return `extension: ${role ?? 'earlier'} worker`
  return thread.startsWith('ThreadPool')
    ? "extension: browser's decoders and collectors"
    : 'extension: input and output'
}
