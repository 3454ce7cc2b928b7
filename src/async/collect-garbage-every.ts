import { triggerGarbageCollection } from './trigger-garbage-collection.ts'

/**
 * Keeps the memory of a busy thread small. V8 lets garbage pile up for as long as there is work, tens of megabytes in each
 * thread, and hardly ever collects the browser's objects, such as responses, where scripts make little garbage of their own.
 * @param count number of tasks after which the thread's garbage is collected
 * @returns to be called after each task
 */
export function collectGarbageEvery(count: number, collect: () => unknown = triggerGarbageCollection): () => void {
  let done = 0
  return () => {
    if (++done % count === 0) collect()
  }
}
