/**
 * `npm run bench:page`: what the extension costs a page and how fast it answers, in a real Chromium on pages of this
 * machine. All of it writes bench/page.md; or the parts that are named, as in `npm run bench:page -- cost scroll`.
 */
import { writeFile } from 'node:fs/promises'
import { cpus, platform, totalmem } from 'node:os'
import { rowOf } from './figure.ts'
import { measureCost } from './page/cost.ts'
import { measureFeed } from './page/feed.ts'
import { measureFirstBadge } from './page/first-badge.ts'
import { openBench } from './page/open-bench.ts'
import { measureScroll } from './page/scroll.ts'
import { measureTabs } from './page/tabs.ts'
import { measureThroughput } from './page/throughput.ts'

const parts = {
  cost: measureCost,
  scroll: measureScroll,
  first: measureFirstBadge,
  throughput: measureThroughput,
  tabs: measureTabs,
  feed: measureFeed,
}
const named = process.argv.slice(2)

const rows = ['| what | seen | bar | |', '|---|---|---|---|']
console.log(rows.join('\n'))
let chromium = ''
for (const [name, measure] of Object.entries(parts)) {
  if (named.length > 0 && !named.includes(name)) continue
  const bench = await openBench()
  try {
    chromium = await bench.browser.version()
    const measured = (await measure(bench)).map(rowOf)
    console.log(measured.join('\n'))
    rows.push(...measured)
  } finally {
    await bench.close()
  }
}

if (named.length === 0) {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()}`
  const title =
    '# What the extension costs a page\n\nWritten by `npm run bench:page`; [page.ts](page.ts) says what is measured.'
  const file = new URL('page.md', import.meta.url)
  await writeFile(file, `${title}\n\n${machine}, ${chromium}, headless, no GPU.\n\n${rows.join('\n')}\n`)
}
