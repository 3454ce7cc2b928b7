/**
 * `npm run bench:history`: a history of 50,000 tags, in a real Chromium; all of it, or the parts that are named, as in
 * `npm run bench:history -- read export`.
 */

import { printFigures } from './figure.ts'
import { timesFigure } from './history/figures.ts'
import { drawThumbnails, openHistoryBench } from './history/open-bench.ts'
import { popupTimes } from './history/popup-times.ts'
import { measureReading } from './history/reading.ts'
import { measurePage } from './history/real-page.ts'
import { measureExport, measureWriting } from './history/writing.ts'

const MANY = 50_000
/** As many as are kept unless the person wants otherwise. */
const USUAL = 5000
const ROUNDS = 15
/** Milliseconds. */
const POPUP = 100

const named = process.argv.slice(2)
const isWanted = (part: string) => named.length === 0 || named.includes(part)
const bench = await openHistoryBench()
const thumbnails = await drawThumbnails()
const fill = (from: number, to: number) =>
  bench.page.evaluate((...tags) => historyBench.fill(...tags), from, to, thumbnails)
const popup = async (tags: number) => {
  if (isWanted('popup'))
    printFigures([timesFigure(`popup with ${tags} tags, to its first rows`, await popupTimes(bench, ROUNDS), POPUP)])
}

try {
  console.log('| what | seen | bar | |\n|---|---|---|---|')
  await fill(0, USUAL)
  await popup(USUAL)
  await fill(USUAL, MANY)
  await popup(MANY)
  if (isWanted('page')) printFigures(await measurePage(bench))
  if (isWanted('read')) printFigures(await measureReading(bench))
  if (isWanted('export')) printFigures(await measureExport(bench))
  if (isWanted('write')) printFigures(await measureWriting(bench))
} finally {
  await bench.browser.close()
}
