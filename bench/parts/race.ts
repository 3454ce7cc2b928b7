import type { Name } from '../network/competitors.ts'
import { inBrowser, type Lane, openLane } from './arena.ts'

/** What a competitor took, milliseconds. */
export interface Times {
  cold: number[]
  one: number[]
  /** Of a batch of eight. */
  eight: number[]
  /** By how much its logits are off PyTorch's at most. */
  off: number
}

/** What runs, and how often. */
export interface Race {
  names: readonly Name[]
  /** For the browser. */
  args?: string[]
  rounds: number
  batches: readonly (1 | 8)[]
  /** Starts of each in a browser of its own; without them the start in the common one counts. */
  coldRounds?: number
  /** It takes seconds for one run: no more than that in a row, and none beforehand. */
  isSlow?: boolean
}

/** Runs in a row of each, and before it counts: compilers make what runs often faster, and that takes a while. */
const RUNS = { 1: 8, 8: 1 } as const
const WARM_UP = { 1: 40, 8: 8 } as const

/** Lets all run by turns, so that a slow minute hits each alike. */
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
      cold.push(await inBrowser(args, async launched => (await openLane(launched, name, 1)).cold))
  await inBrowser(args, async launched => {
    const lanes: Lane[] = []
    for (const name of names) for (const batch of batches) lanes.push(await openLane(launched, name, batch))
    for (const { name, batch, cold, off } of lanes) {
      const own = times.get(name) as Times
      own.off = off
      if (coldRounds === 0 && batch === 1) own.cold.push(cold)
    }
    if (!isSlow) for (const lane of lanes) await lane.run(WARM_UP[lane.batch])
    for (let round = 0; round < rounds; round++)
      for (const { name, batch, run } of lanes) {
        const own = times.get(name) as Times
        own[batch === 1 ? 'one' : 'eight'].push(...(await run(isSlow ? 1 : RUNS[batch])))
      }
  })
  return times
}
