import { setTimeout as pause } from 'node:timers/promises'
import { readThreads, type Thread } from './read-threads.ts'

/** Short enough to see nearly all of what a thread does before it ends. */
const SAMPLE_INTERVAL_MS = 250

/**
 * Measures the processor time of all threads of a browser during some work, also of those that end meanwhile.
 * @param root id of the browser's first process
 * @returns the threads by id, with their milliseconds since the start
 */
export async function processorUse(root: number, work: () => Promise<unknown>): Promise<Map<string, Thread>> {
  const before = await readThreads(root)
  const last = new Map<string, Thread>()
  let isDone = false
  const sample = async () => {
    for (const [id, thread] of await readThreads(root)) last.set(id, thread)
  }
  const sampling = (async () => {
    while (!isDone) {
      await pause(SAMPLE_INTERVAL_MS)
      await sample()
    }
  })()
  await work()
  await sample()
  isDone = true
  await sampling
  return new Map(
    [...last].map(([id, thread]) => {
      const milliseconds = thread.milliseconds - (before.get(id)?.milliseconds ?? 0)
      return [id, { ...thread, milliseconds }]
    }),
  )
}
