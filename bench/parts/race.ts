import type { Name } from '../network/competitors.ts'
import { inBrowser, openRunner, type Runner } from './arena.ts'

/** A competitor's times in milliseconds. */
export interface Times {
  cold: number[]
  one: number[]
  /** Times of a batch of eight. */
  eight: number[]
  /** Largest difference of its logits from PyTorch's. */
  off: number
}

/** Who runs, and how often. */
export interface Race {
  names: readonly Name[]
  /** Flags for the browser. */
  args?: string[]
  rounds: number
  batches: readonly (1 | 8)[]
  /** Number of starts of each in a fresh browser. If it is 0, the start in the shared browser counts. */
  coldRounds?: number
  /** A run takes seconds: one run per turn, and no warm-up. */
  isSlow?: boolean
}

/** Runs of each per turn, and warm-up runs, until compilers have optimised the code. */
const RUNS = { 1: 8, 8: 1 } as const
const WARM_UP = { 1: 40, 8: 8 } as const

/** Lets all run in turns, so that a slow minute affects all alike. */
export async function race({
  names,
  args = [],
  rounds,
  batches,
  coldRounds = 0,
  isSlow = false,
}: Race): Promise<Map<Name, Times>> {
  const times = new Map(names.map(name => [name, { cold: [], one: [], eight: [], off: Number.NaN } as Times]))
  for (let round = 0; round < coldRounds; round++)
    for (const [name, { cold }] of times)
      cold.push(await inBrowser(args, async launched => (await openRunner(launched, name, 1)).cold))
  await inBrowser(args, async launched => {
    const runners: Runner[] = []
    for (const name of names) for (const batch of batches) runners.push(await openRunner(launched, name, batch))
    for (const { name, batch, cold, off } of runners) {
      const own = times.get(name) as Times
      own.off = off
      if (coldRounds === 0 && batch === 1) own.cold.push(cold)
    }
    if (!isSlow) for (const runner of runners) await runner.run(WARM_UP[runner.batch])
    for (let round = 0; round < rounds; round++)
      for (const { name, batch, run } of runners) {
        const own = times.get(name) as Times
        own[batch === 1 ? 'one' : 'eight'].push(...(await run(isSlow ? 1 : RUNS[batch])))
      }
  })
  return times
}
