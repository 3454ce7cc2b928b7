/** Enough external memory to make V8 start a full collection. */
const BUFFER_BYTES = 64 * 1024 * 1024
const BUFFER_COUNT = 4

/**
 * Makes the JavaScript engine collect this thread's garbage. An idle engine does not, and a busy one does so late.
 * V8 counts the bytes of buffers whether or not they were written to; these are untouched, take no physical memory and are
 * freed at once, because some systems count them as used all the same.
 */
export function triggerGarbageCollection(): void {
  const buffers: ArrayBuffer[] = []
  try {
    while (buffers.length < BUFFER_COUNT) buffers.push(new ArrayBuffer(BUFFER_BYTES))
  } catch {
    // Out of memory, so the engine has collected already.
  }
  for (const buffer of buffers) buffer.transfer(0)
}
