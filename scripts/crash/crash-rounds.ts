import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { randoms } from '../../bench/history/synthetic-tags.ts'
import type { Launched } from '../drive/launch.ts'
import { Confirmed, losses, type Survivors } from './confirmed.ts'
import { kill } from './kill.ts'
import { readSurvivors } from './read-survivors.ts'

/** The browser is killed within this many milliseconds after the first confirmed tag. */
const SPAN = 1500
/** Fewer than the history keeps, so that retention deletes none. */
const MANY = 4000

export interface CrashOptions {
  rounds: number
  /** The same seed kills at the same moments. */
  seed: number
  /** Starts the browser with a profile. */
  start(profile: string): Promise<Launched>
  /** Begins to write. @param confirm see `Confirmed.note` */
  write(launched: Launched, round: number, confirm: Confirmed['note']): Promise<void>
  /** Reads what there is after a kill. By default the history. */
  read?(launched: Launched): Promise<Survivors>
  /** The number of records after which a new profile begins. */
  maxCount?: number
  /** Called after each round with what was confirmed in it and what was lost. */
  onRound?(round: number, confirmed: number, lost: string[]): void
}

/** Repeatedly kills the browser while it writes. @returns descriptions of everything lost or damaged */
export async function crashRounds(options: CrashOptions): Promise<string[]> {
  const { rounds, seed, start, write, read = readSurvivors, maxCount = MANY, onRound } = options
  const random = randoms(seed)
  const lost: string[] = []
  let profile = await newProfile()
  let confirmed = new Confirmed()
  try {
    for (let round = 0; round < rounds; round++) {
      const before = confirmed.fates.size
      await writeUntilKilled(await start(profile), random() * SPAN, async (launched, begun) => {
        await write(launched, round, (...word) => {
          confirmed.note(...word)
          begun()
        })
      })
      const checking = await start(profile)
      const survivors = await read(checking).finally(() => checking.browser.close())
      const found = losses(confirmed, survivors)
      onRound?.(round, confirmed.fates.size - before, found)
      lost.push(...found.map(words => `round ${round}: ${words}`))
      confirmed.settle(survivors)
      if (found.length === 0 && survivors.tags.size < maxCount) continue
      await remove(profile)
      profile = await newProfile()
      confirmed = new Confirmed()
    }
    return lost
  } finally {
    await remove(profile)
  }
}

async function writeUntilKilled(
  launched: Launched,
  delay: number,
  work: (launched: Launched, begun: () => void) => Promise<void>,
): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      work(launched, resolve).catch(reject)
    })
    await pause(delay)
  } finally {
    await kill(launched.browser)
  }
}

function newProfile(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'apparel-lens-'))
}

function remove(profile: string): Promise<void> {
  // The killed browser's other processes may take a moment to end.
  return rm(profile, { recursive: true, force: true, maxRetries: 10 })
}
