/**
 * `npm run bench:page`: what the extension costs a page and how fast it answers, in a real Chromium on local pages.
 * Measures every part, or those named, as in `npm run bench:page -- cost scroll`, and writes the figures to bench/page.md.
 *
 * `--against DIR` measures a second build in the same run, such as `out/bench` of an older checkout. `idle` lets both take
 * turns. Figures of that run are only printed.
 */
import { existsSync } from 'node:fs'
import { platform } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Figure, rowOf } from './figure.ts'
import { measureCost } from './page/cost.ts'
import { measureFeed } from './page/feed.ts'
import { measureFirstBadge } from './page/first-badge.ts'
import { measureHostile } from './page/hostile.ts'
import { measureIdle } from './page/idle.ts'
import { keepRows } from './page/keep-rows.ts'
import { type Bench, withBench } from './page/open-bench.ts'
import { measureScroll } from './page/scroll.ts'
import { measureTabs } from './page/tabs.ts'
import { measureThroughput } from './page/throughput.ts'
import { measureVideo } from './page/video.ts'
import { machine } from './report/machine.ts'

const parts: Record<string, (bench: Bench, against?: Bench) => Promise<Figure[]>> = {
  idle: measureIdle,
  cost: measureCost,
  hostile: measureHostile,
  scroll: measureScroll,
  first: measureFirstBadge,
  throughput: measureThroughput,
  tabs: measureTabs,
  feed: measureFeed,
  video: measureVideo,
}
const { values, positionals: named } = parseArgs({ options: { against: { type: 'string' } }, allowPositionals: true })
const against = values.against && resolve(values.against)
const unknown = named.filter(name => !(name in parts))
if (unknown.length > 0) fail(`There is no part ${unknown.join(', ')}; the parts are ${Object.keys(parts).join(', ')}.`)
if (against && !existsSync(join(against, 'bench/network/index.html')))
  fail(`${against} is no build with benchmark pages: make one with \`vite build --mode bench\`.`)

console.log('| what | seen | bar | |\n|---|---|---|---|')
for (const [name, measure] of Object.entries(parts)) {
  if (named.length > 0 && !named.includes(name)) continue
  await withBench(async bench => {
    if (against) return print(await compare(name, bench, against))
    const figures = await measure(bench)
    print(figures)
    await keepRows(figures, `${machine}, ${platform()}, ${await bench.browser.version()}, headless, no GPU.`)
  })
}

function compare(name: string, bench: Bench, against: string): Promise<Figure[]> {
  return withBench(async other => {
    const measure = parts[name] as (typeof parts)[string]
    if (name === 'idle') return measure(bench, other)
    const [ours, theirs] = [await measure(bench), await measure(other)]
    return [...ours, ...theirs.map(figure => ({ ...figure, what: `against: ${figure.what}` }))]
  }, against)
}

function print(figures: Figure[]): void {
  console.log(figures.map(rowOf).join('\n'))
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
