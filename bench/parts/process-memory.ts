import { readdir } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { familyOf, readProc } from '../process-family.ts'

const MB = 1e6
/** Between two looks at the memory at work. */
const LOOK_MS = 500

/** A process that this one has started, directly or not. */
export interface Descendant {
  pid: string
  command: string
}

/** Private memory in MB of the largest extension process among this process's descendants: that of our extension. */
export async function processMemory(): Promise<number> {
  const extensions = (await descendants()).filter(({ command }) => command.includes('--extension-process'))
  const sizes = await Promise.all(extensions.map(privateMemory))
  return Math.max(...sizes.filter(size => !Number.isNaN(size)), Number.NEGATIVE_INFINITY)
}

/** Looks at `processMemory` all the time. `stop` ends this and returns the largest, MB. */
export function watchPeak(): { stop(): Promise<number> } {
  const end = new AbortController()
  const watching = (async () => {
    let most = 0
    while (!end.signal.aborted) {
      most = Math.max(most, await processMemory())
      await pause(LOOK_MS)
    }
    return most
  })()
  return {
    stop: () => {
      end.abort()
      return watching
    },
  }
}

/** All processes that descend from this one. Empty on systems without `/proc`. */
export async function descendants(): Promise<Descendant[]> {
  const pids = await familyOf(String(process.pid))
  const commands = await Promise.all(pids.map(async pid => ({ pid, command: await readProc(`${pid}/cmdline`) })))
  return commands.filter(({ command }) => command !== '')
}

/** Private memory of a process in MB; 0 if it has ended. */
export async function privateMemory({ pid }: Pick<Descendant, 'pid'>): Promise<number> {
  return sumOf(pid, /^Private_(?:Clean|Dirty): +(\d+) kB/gm)
}

/** How much of a process's private memory it has marked as free to take (`MADV_FREE`), MB. The system takes it when it runs short. */
export async function givenBackMemory({ pid }: Pick<Descendant, 'pid'>): Promise<number> {
  return sumOf(pid, /^LazyFree: +(\d+) kB/gm)
}

async function sumOf(pid: string, sizes: RegExp): Promise<number> {
  const rollup = await readProc(`${pid}/smaps_rollup`)
  const kilobytes = [...rollup.matchAll(sizes)].map(([, size]) => Number(size))
  return (kilobytes.reduce((a, b) => a + b, 0) * 1024) / MB
}

/** Number of files, sockets and the like that a process holds open; 0 if it has ended. */
export async function openFiles({ pid }: Descendant): Promise<number> {
  return (await readdir(`/proc/${pid}/fd`).catch(() => [])).length
}
