import { basename } from 'node:path'
import { median, quantile } from '../median.ts'
import type { Part } from '../report/part.ts'
import { inBrowser, openRunner, type Runner } from './arena.ts'

/** By default. */
const ROUNDS = 40
/** Runs of each build per turn, and warm-up runs, until compilers have optimised the code. */
const RUNS = 8
const WARM_UP = 60

export interface BuildsOptions {
  /** Folder of the other build for benchmarks, such as `out/bench` of an older checkout. */
  against?: string | undefined
  rounds?: string | undefined
}

/**
 * Runs the network of this build and of another one in turns, each in a browser of its own.
 * @throws Error if no other build is named
 */
export async function measureBuilds({ against, rounds = String(ROUNDS) }: BuildsOptions): Promise<Part> {
  if (!against) throw new Error('name the folder of the other build: --against DIR')
  return inBrowser([], ours =>
    inBrowser(
      [],
      async theirs => {
        const runners = new Map<string, Runner>()
        runners.set('this build', await openRunner(ours, 'ours', 1))
        runners.set(basename(against), await openRunner(theirs, 'ours', 1))
        return partOf(await runInTurns(runners, Number(rounds)), [...runners.values()])
      },
      against,
    ),
  )
}

/** @returns milliseconds of each run */
async function runInTurns(runners: Map<string, Runner>, rounds: number): Promise<Map<string, number[]>> {
  const times = new Map([...runners.keys()].map(name => [name, [] as number[]]))
  for (const { run } of runners.values()) await run(WARM_UP)
  for (let round = 0; round < rounds; round++)
    for (const [name, { run }] of runners) times.get(name)?.push(...(await run(RUNS)))
  return times
}

function partOf(times: Map<string, number[]>, runners: Runner[]): Part {
  const [ours = [], theirs = []] = times.values()
  const row = (what: string, of: (times: number[]) => number) => [
    what,
    of(ours).toFixed(2),
    of(theirs).toFixed(2),
    (of(ours) / of(theirs)).toFixed(3),
  ]
  return {
    title: 'The network in two builds',
    notes: [
      'One thread and one picture, in turns. On a busy machine the fast runs say most, because other load only ever makes a run',
      'slower.',
    ],
    tables: [
      {
        title: 'Milliseconds',
        head: ['', ...times.keys(), 'ratio'],
        rows: [
          row('fastest', all => Math.min(...all)),
          row('tenth percentile', all => quantile(all, 0.1)),
          row('median', median),
          ['logits off', ...runners.map(({ off }) => off.toFixed(6)), ''],
        ],
      },
    ],
    figures: [],
    samples: Object.fromEntries(times),
  }
}
