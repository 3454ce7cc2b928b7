import { readFile } from 'node:fs/promises'
import { familyOf } from './read-threads.ts'

/**
 * Bytes that a process and its descendants have written to files so far. Works on Linux, which counts them when they are written, not
 * when they reach the disk.
 * @param root id of the browser's first process
 */
export async function writtenBytes(root: number): Promise<number> {
  const pids = await familyOf(String(root))
  const counts = await Promise.all(pids.map(async pid => readFile(`/proc/${pid}/io`, 'utf8').catch(() => '')))
  return counts.reduce((sum, count) => sum + Number(count.match(/^write_bytes: (\d+)/m)?.[1] ?? 0), 0)
}
