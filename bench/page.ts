/**
 * `npm run bench:page`: what the extension costs a page and how fast it answers, in a real Chromium on pages of this
 * machine; all of it, or the parts that are named, as in `npm run bench:page -- cost scroll`. bench/page.md keeps it.
 */
import { platform } from 'node:os'
import { rowOf } from './figure.ts'
import { measureCost } from './page/cost.ts'
import { measureFeed } from './page/feed.ts'
import { measureFirstBadge } from './page/first-badge.ts'
import { keepRows } from './page/keep-rows.ts'
import { withBench } from './page/open-bench.ts'
import { measureScroll } from './page/scroll.ts'
import { measureTabs } from './page/tabs.ts'
import { measureThroughput } from './page/throughput.ts'
import { machine } from './report/machine.ts'

const parts = {
  cost: measureCost,
  scroll: measureScroll,
  first: measureFirstBadge,
  throughput: measureThroughput,
  tabs: measureTabs,
  feed: measureFeed,
}
const named = process.argv.slice(2)

console.log('| what | seen | bar | |\n|---|---|---|---|')
for (const [name, measure] of Object.entries(parts)) {
  if (named.length > 0 && !named.includes(name)) continue
  await withBench(async bench => {
    const figures = await measure(bench)
    console.log(figures.map(rowOf).join('\n'))
    await keepRows(figures, `${machine}, ${platform()}, ${await bench.browser.version()}, headless, no GPU.`)
  })
}
