import { familyOf, readProc } from '../process-family.ts'

/**
 * Bytes that a process and its descendants have written to files so far. Works on Linux, which counts them when they are written, not
 * when they reach the disk.
 * @param root id of the browser's first process
 */
export async function writtenBytes(root: number): Promise<number> {
  const pids = await familyOf(String(root))
  const counts = await Promise.all(pids.map(pid => readProc(`${pid}/io`)))
  return counts.reduce((sum, count) => sum + Number(count.match(/^write_bytes: (\d+)/m)?.[1] ?? 0), 0)
}
