import { readdir, readFile } from 'node:fs/promises'

/** Ids of a process and its descendants. Empty on systems without `/proc`. */
export async function familyOf(root: string): Promise<string[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name))
  const parents = new Map(await Promise.all(pids.map(async pid => [pid, await parentOf(pid)] as const)))
  const isFamily = (pid: string | undefined): boolean =>
    pid !== undefined && (pid === root || isFamily(parents.get(pid)))
  return pids.filter(isFamily)
}

/** A file of `/proc`; '' if the process or thread has ended. */
export function readProc(path: string): Promise<string> {
  return readFile(`/proc/${path}`, 'utf8').catch(() => '')
}

async function parentOf(pid: string): Promise<string | undefined> {
  const stat = await readProc(`${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
}
