import { readdir, readFile } from 'node:fs/promises'

const MB = 1e6

/** Private memory in MB of the largest extension process among this process's descendants: that of our extension. */
export async function processMemory(): Promise<number> {
  const pids = (await readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name))
  const sizes = await Promise.all(
    pids.map(async pid => {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      if (!command.includes('--extension-process') || !(await isOurs(pid))) return Number.NaN
      return privateMemoryOf(pid)
    }),
  )
  return Math.max(...sizes.filter(size => !Number.isNaN(size)), Number.NEGATIVE_INFINITY)
}

/** Private memory of a process in MB; 0 on systems that do not report it. */
export async function privateMemoryOf(pid: string): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  const kilobytes = [...rollup.matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB/gm)].map(([, size]) => Number(size))
  return (kilobytes.reduce((a, b) => a + b, 0) * 1024) / MB
}

async function isOurs(pid: string): Promise<boolean> {
  for (let at = pid; at !== '0' && at !== ''; ) {
    if (at === String(process.pid)) return true
    const stat = await readFile(`/proc/${at}/stat`, 'utf8').catch(() => '')
    at = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? ''
  }
  return false
}
