/**
 * `npm run bench:history`: how fast a history of 50,000 tags is in a real Chromium. Measures every part, or those named, as in
 * `npm run bench:history -- read export`, and writes the figures to bench/history.md.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Figure } from './figure.ts'
import { timesFigure } from './history/figures.ts'
import { drawThumbnails, openHistoryBench } from './history/open-bench.ts'
import { popupTimes } from './history/popup-times.ts'
import { measureReading } from './history/reading.ts'
import { measurePage } from './history/real-page.ts'
import { record, tableOf } from './history/record.ts'
import { measureExport, measureWriting } from './history/writing.ts'
import { settingOf } from './report/machine.ts'

const MANY = 50_000
/** The default limit of the history. */
const USUAL = 5000
const ROUNDS = 15
/** Milliseconds, as the one below. */
const POPUP = 100
const SETTLE_MS = 5000
const parts = ['popup', 'page', 'read', 'export', 'write'] as const

const named = process.argv.slice(2)
const measured = new Map<string, Figure[]>()
const bench = await openHistoryBench()
const thumbnails = await drawThumbnails()
/** Writes tags and waits until the browser settles, because a real history was not written seconds ago. */
async function fill(from: number, to: number): Promise<void> {
  await bench.page.evaluate((...tags) => historyBench.fill(...tags), from, to, thumbnails)
  await bench.page.reload()
  await pause(SETTLE_MS)
}

/** Measures a part, unless only others are named. */
async function measure(part: (typeof parts)[number], work: () => Promise<Figure[]>): Promise<void> {
  if (named.length > 0 && !named.includes(part)) return
  const figures = [...(measured.get(part) ?? []), ...(await work())]
  measured.set(part, figures)
  console.log(`\n${tableOf(figures)}`)
}

const popup = (tags: number) => async () => [
  timesFigure(`popup with ${tags} tags, to its first rows`, await popupTimes(bench, ROUNDS), POPUP),
]

try {
  const setting = settingOf(await bench.browser.version())
  await fill(0, USUAL)
  await measure('popup', popup(USUAL))
  await fill(USUAL, MANY)
  await measure('popup', popup(MANY))
  await measure('page', () => measurePage(bench))
  await measure('read', () => measureReading(bench))
  await measure('export', () => measureExport(bench))
  await measure('write', () => measureWriting(bench))
  await record(measured, parts, setting)
} finally {
  await bench.browser.close()
}
