import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

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
  const pids = (await readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name))
  const commands = await Promise.all(
    pids.map(async pid => {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      return command !== '' && (await isOurs(pid)) ? [{ pid, command }] : []
    }),
  )
  return commands.flat()
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
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  const kilobytes = [...rollup.matchAll(sizes)].map(([, size]) => Number(size))
  return (kilobytes.reduce((a, b) => a + b, 0) * 1024) / MB
}

/** Number of files, sockets and the like that a process holds open; 0 if it has ended. */
export async function openFiles({ pid }: Descendant): Promise<number> {
  return (await readdir(`/proc/${pid}/fd`).catch(() => [])).length
}

async function isOurs(pid: string): Promise<boolean> {
  for (let at = pid; at !== '0' && at !== ''; ) {
    if (at === String(process.pid)) return true
    const stat = await readFile(`/proc/${at}/stat`, 'utf8').catch(() => '')
    at = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? ''
  }
  return false
}
