/**
 * `npm run bench:history`: how fast a history of 50,000 tags is in a real Chromium. Measures every part, or those named, as in
 * `npm run bench:history -- read export`, and writes the figures to bench/history.md.
 *
 * `--against DIR` measures a second build in the same run, such as `out/bench` of an older checkout; popups take turns. Figures
 * of that run are only printed.
 */

import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Figure } from './figure.ts'
import { drawThumbnails, type HistoryBench, openHistoryBench } from './history/open-bench.ts'
import { measurePopup } from './history/popup-times.ts'
import { measureReading } from './history/reading.ts'
import { measurePage } from './history/real-page.ts'
import { record, tableOf } from './history/record.ts'
import { measureReplacing } from './history/replacing.ts'
import { measureExport, measureWriting } from './history/writing.ts'
import { settingOf } from './report/machine.ts'

const MANY = 50_000
/** The default limit of the history. */
const USUAL = 5000
const ROUNDS = 15
/** Largest times from the opening of the popup to usable tags, with a usual history and with a full one. */
const POPUP_MS = 100
const POPUP_MANY_MS = 150
const SETTLE_MS = 5000
const parts = ['popup', 'replace', 'page', 'read', 'export', 'write'] as const

const { values, positionals: named } = parseArgs({ options: { against: { type: 'string' } }, allowPositionals: true })
const measured = new Map<string, Figure[]>()
const benches = [await openHistoryBench()]
if (values.against) benches.push(await openHistoryBench({}, resolve(values.against)))
const thumbnails = await drawThumbnails()
/** Writes tags and waits until the browser settles, because a real history was not written seconds ago. */
async function fill(from: number, to: number): Promise<void> {
  const fillOne = async ({ page }: HistoryBench) => {
    await page.evaluate((...tags) => historyBench.fill(...tags), from, to, thumbnails)
    await page.reload()
  }
  await Promise.all(benches.map(fillOne))
  await pause(SETTLE_MS)
}

/** Measures a part, unless only others are named. */
async function measure(
  part: (typeof parts)[number],
  work: (bench: HistoryBench, against?: HistoryBench) => Promise<Figure[]>,
): Promise<void> {
  if (named.length > 0 && !named.includes(part)) return
  const [bench, against] = benches as [HistoryBench, HistoryBench?]
  const found = await work(bench, against)
  // Popups take turns, so that a slow minute affects both builds.
  if (against && part !== 'popup')
    found.push(...(await work(against)).map(figure => ({ ...figure, what: `against: ${figure.what}` })))
  measured.set(part, [...(measured.get(part) ?? []), ...found])
  console.log(`\n${tableOf(found)}`)
}

const popup = (tags: number, bar: number) => (bench: HistoryBench, against?: HistoryBench) =>
  measurePopup(`popup with ${tags} tags`, { rounds: ROUNDS, bar }, bench, against)

try {
  const setting = settingOf(await (benches[0] as HistoryBench).browser.version())
  await fill(0, USUAL)
  await measure('popup', popup(USUAL, POPUP_MS))
  await measure('replace', bench => measureReplacing(bench, thumbnails, MANY, USUAL))
  await fill(USUAL, MANY)
  await measure('popup', popup(MANY, POPUP_MANY_MS))
  await measure('page', measurePage)
  await measure('read', measureReading)
  await measure('export', measureExport)
  await measure('write', measureWriting)
  if (!values.against) await record(measured, parts, setting)
} finally {
  for (const { browser } of benches) await browser.close()
}
