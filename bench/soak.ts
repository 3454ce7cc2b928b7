/**
 * `npm run soak -- --hours 2`: a person's day in fast motion, in a real Chromium on local pages. Rounds of forty tabs with new
 * pictures are opened, answered and closed, while the computer sleeps, sites are switched off and on, and the browser kills the
 * service worker, the inference host and renderers. The history is full from the start. After each round the browser rests, and
 * what it holds is printed. Ends with code 1 if anything was lost, or if the last third of the rounds took over 5 % more of
 * anything than the middle third. `--build DIR` tries another build, such as `out/bench` of an older checkout.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { benchDist } from '../scripts/paths.ts'
import { defaults } from '../src/settings/schema.ts'
import { rowOf } from './figure.ts'
import { drawThumbnails } from './history/open-bench.ts'
import { withBench } from './page/open-bench.ts'
import { watchPeak } from './parts/process-memory.ts'
import { compareThirds } from './soak/compare-thirds.ts'
import { runRound } from './soak/round.ts'
import { type Sample, takeSample } from './soak/sample.ts'
import { followSaved } from './soak/saved-tags.ts'

/** Pictures on each page, of which a round has forty; fewer in a short run, so that it has several rounds. */
const PICTURES = 50
const FEW_PICTURES = 12
const SHORT_HOURS = 0.5
/** Too few to compare otherwise. */
const MIN_ROUNDS = 6
/** Rest after each round, enough for the host's workers to close and for garbage to be collected; milliseconds. */
const REST_MS = 25_000
const HOUR_MS = 3_600_000

const { values } = parseArgs({
  options: { hours: { type: 'string', default: '1' }, build: { type: 'string', default: benchDist } },
})
const hours = Number(values.hours)
if (!(hours > 0)) {
  console.error('Say how many hours it shall take, as in `npm run soak -- --hours 2`.')
  process.exit(1)
}

await withBench(async bench => {
  await fillHistory(bench.browser, bench.extensionId)
  const saved = await followSaved(bench.own)
  const samples: Sample[] = []
  const rates: number[] = []
  const lost: string[] = []
  let answered = 0
  let failed = 0
  let forgiven = 0
  const start = performance.now()
  const picturesPerTab = hours < SHORT_HOURS ? FEW_PICTURES : PICTURES
  console.log(
    '| minutes | pictures | failed | lost | not stored at kills | a second | at work MB | extension MB | browser MB | open files | network MB | database MB | tags |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|---|---|---|---|')
  while (samples.length < MIN_ROUNDS || performance.now() - start < hours * HOUR_MS) {
    const began = performance.now()
    const peak = watchPeak()
    const round = await runRound(bench, saved, picturesPerTab)
    const most = await peak.stop()
    const rate = (1000 * round.answered) / (performance.now() - began)
    answered += round.answered
    failed += round.failures.length
    forgiven += round.forgiven
    lost.push(...round.lost)
    await pause(REST_MS)
    const sample = await takeSample(bench)
    samples.push(sample)
    rates.push(rate)
    const { extension, browser, files, network, database, tags } = sample
    const held = [
      most.toFixed(0),
      extension.toFixed(1),
      browser.toFixed(0),
      files,
      network.toFixed(1),
      database.toFixed(1),
      tags,
    ]
    const minutes = ((performance.now() - start) / 60_000).toFixed(1)
    console.log(`| ${[minutes, answered, failed, lost.length, forgiven, rate.toFixed(1), ...held].join(' | ')} |`)
    for (const what of [...round.lost, ...new Set(round.failures)]) console.log(`  round ${samples.length}: ${what}`)
  }
  const figures = [
    compareThirds(
      'memory of the extension, at rest',
      samples.map(({ extension }) => extension),
      'MB',
    ),
    compareThirds(
      'memory of the browser, at rest',
      samples.map(({ browser }) => browser),
      'MB',
    ),
    compareThirds(
      'open files',
      samples.map(({ files }) => files),
      '',
    ),
    compareThirds(
      'memory of the network',
      samples.map(({ network }) => network),
      'MB',
    ),
    compareThirds(
      'database',
      samples.map(({ database }) => database),
      'MB',
    ),
    compareThirds(
      'time for a picture',
      rates.map(rate => 1000 / rate),
      'ms',
    ),
    { what: `lost of ${answered} pictures`, seen: String(lost.length), bar: '0', isMet: lost.length === 0 },
  ]
  console.log(`\n| what | seen | bar | |\n|---|---|---|---|\n${figures.map(rowOf).join('\n')}`)
  process.exitCode = figures.every(({ isMet }) => isMet) ? 0 : 1
}, values.build)

/** Fills the history to its limit, so that each new tag makes the oldest go. */
async function fillHistory(browser: import('puppeteer').Browser, extensionId: string): Promise<void> {
  const page = await browser.newPage()
  await page.evaluateOnNewDocument('globalThis.__name = named => named')
  await page.goto(`chrome-extension://${extensionId}/bench/history/index.html`)
  await page.waitForFunction(() => 'historyBench' in globalThis)
  await page.evaluate((...tags) => historyBench.fill(...tags), 0, defaults.retention, await drawThumbnails())
  await page.close()
}
