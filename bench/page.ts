/**
 * `npm run bench:page`: what the extension costs a page and how fast it answers, in a real Chromium on pages of this
 * machine; all of it, or the parts that are named, as in `npm run bench:page -- cost scroll`.
 */
import { measureCost } from './page/cost.ts'
import { measureFirstBadge } from './page/first-badge.ts'
import { openBench } from './page/open-bench.ts'
import { printFigures } from './page/report-line.ts'
import { measureScroll } from './page/scroll.ts'
import { measureThroughput } from './page/throughput.ts'

const parts = { cost: measureCost, scroll: measureScroll, first: measureFirstBadge, throughput: measureThroughput }
const named = process.argv.slice(2)

console.log('| what | seen | bar | |\n|---|---|---|---|')
for (const [name, measure] of Object.entries(parts)) {
  if (named.length > 0 && !named.includes(name)) continue
  const bench = await openBench()
  try {
    printFigures(await measure(bench))
  } finally {
    await bench.close()
  }
}
