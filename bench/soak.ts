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
import { rowOf } from './figure.ts'
import { withBench } from './page/open-bench.ts'
import { watchPeak } from './parts/process-memory.ts'
import { dayFigures, type Round } from './soak/day-figures.ts'
import { fillHistory } from './soak/fill-history.ts'
import { runRound } from './soak/round.ts'
import { takeSample } from './soak/sample.ts'
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
  await fillHistory(bench)
  const saved = await followSaved(bench.own)
  const rounds: Round[] = []
  const start = performance.now()
  row(
    'minutes',
    'pictures',
    'unread',
    'lost',
    'not stored at kills',
    'a second',
    'extension MB at work',
    'at rest',
    'browser MB',
    'open files',
    'network MB',
    'database MB',
  )
  row(...Array(12).fill('---'))
  while (rounds.length < MIN_ROUNDS || performance.now() - start < hours * HOUR_MS) {
    const began = performance.now()
    const peak = watchPeak()
    const picturesPerTab = hours < SHORT_HOURS ? FEW_PICTURES : PICTURES
    const { answered, failures, lost, forgiven } = await runRound(bench, saved, picturesPerTab)
    const most = await peak.stop()
    const rate = (1000 * answered) / (performance.now() - began)
    await pause(REST_MS)
    const sample = await takeSample(bench)
    rounds.push({ ...sample, answered, failed: failures.length, lost: lost.length, rate })
    const { extension, browser, files, network, database, tags } = sample
    const minutes = ((performance.now() - start) / 60_000).toFixed(1)
    row(
      minutes,
      answered,
      failures.length,
      lost.length,
      forgiven,
      rate.toFixed(1),
      most.toFixed(0),
      extension.toFixed(1),
      browser.toFixed(0),
      files,
      network.toFixed(1),
      `${database.toFixed(1)} (${tags} tags)`,
    )
    for (const what of [...lost, ...new Set(failures)]) console.log(`  round ${rounds.length}: ${what}`)
  }
  const figures = dayFigures(rounds)
  console.log(`\n| what | seen | bar | |\n|---|---|---|---|\n${figures.map(rowOf).join('\n')}`)
  process.exitCode = figures.some(({ isMet }) => isMet === false) ? 1 : 0
}, values.build)

function row(...cells: (string | number)[]): void {
  console.log(`| ${cells.join(' | ')} |`)
}
