/** Bytes that make V8 look for what it can free, and how many such buffers. */
const LARGE = 64 * 1024 * 1024
const COUNT = 4

/**
 * Has the engine collect garbage, which it does not by itself where nothing is asked of it any more: what thousands of
 * pictures have left would stay. It counts the bytes of buffers, whether or not anybody has written to them; nobody has, so
 * that they take no memory.
 * @returns bytes that were asked for: without any use of them, a compiler would leave all this out
 */
export function triggerGarbageCollection(): number {
  let bytes = 0
  try {
    while (bytes < LARGE * COUNT) bytes += new ArrayBuffer(LARGE).byteLength
  } catch {
    // No room for them: then it has collected already.
  }
  return bytes
}
