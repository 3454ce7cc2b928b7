/** Enough external memory to make V8 start a full collection. */
const BUFFER_BYTES = 64 * 1024 * 1024
const BUFFER_COUNT = 4

/**
 * Makes the JavaScript engine collect garbage. An idle engine does not, so the garbage of thousands of pictures would stay.
 * V8 counts the bytes of buffers whether or not they were written to; these are untouched and take no physical memory.
 * @returns allocated bytes; if the result were unused, the compiler could remove the allocations
 */
export function triggerGarbageCollection(): number {
  let bytes = 0
  try {
    while (bytes < BUFFER_BYTES * BUFFER_COUNT) bytes += new ArrayBuffer(BUFFER_BYTES).byteLength
  } catch {
    // Out of memory, so the engine has collected already.
  }
  return bytes
}
