/**
 * `npm run bench:history`: a history of 50,000 tags, in a real Chromium. All of it writes bench/history.md; or the parts
 * that are named, as in `npm run bench:history -- read export`.
 */
import { writeFile } from 'node:fs/promises'
import { type Figure, rowOf } from './figure.ts'
import { timesFigure } from './history/figures.ts'
import { drawThumbnails, openHistoryBench } from './history/open-bench.ts'
import { popupTimes } from './history/popup-times.ts'
import { measureReading } from './history/reading.ts'
import { measurePage } from './history/real-page.ts'
import { measureExport, measureWriting } from './history/writing.ts'
import { settingOf } from './report/machine.ts'

const MANY = 50_000
/** As many as are kept unless the person wants otherwise. */
const USUAL = 5000
const ROUNDS = 15
/** Milliseconds. */
const POPUP = 100

const rows = ['| what | seen | bar | |', '|---|---|---|---|']
const note = (figures: Figure[]) => {
  const measured = figures.map(rowOf)
  console.log(measured.join('\n'))
  rows.push(...measured)
}
const named = process.argv.slice(2)
const isWanted = (part: string) => named.length === 0 || named.includes(part)
const bench = await openHistoryBench()
const version = bench.browser.version()
const thumbnails = await drawThumbnails()
const fill = (from: number, to: number) =>
  bench.page.evaluate((...tags) => historyBench.fill(...tags), from, to, thumbnails)
const popup = async (tags: number) => {
  if (isWanted('popup'))
    note([timesFigure(`popup with ${tags} tags, to its first rows`, await popupTimes(bench, ROUNDS), POPUP)])
}

try {
  console.log(rows.join('\n'))
  await fill(0, USUAL)
  await popup(USUAL)
  await fill(USUAL, MANY)
  await popup(MANY)
  if (isWanted('page')) note(await measurePage(bench))
  if (isWanted('read')) note(await measureReading(bench))
  if (isWanted('export')) note(await measureExport(bench))
  if (isWanted('write')) note(await measureWriting(bench))
} finally {
  await bench.browser.close()
}

if (named.length === 0) {
  const { machine, browser, measuredAt } = settingOf(await version)
  const title =
    '# The history with 50,000 tags\n\nWritten by `npm run bench:history`; [history.ts](history.ts) says what is measured.'
  await writeFile(
    new URL('history.md', import.meta.url),
    `${title}\n\n${machine}, ${browser}, no GPU, ${measuredAt} UTC.\n\n${rows.join('\n')}\n`,
  )
}
