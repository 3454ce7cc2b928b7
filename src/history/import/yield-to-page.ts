/** Milliseconds of uninterrupted work. */
const SLICE_MS = 20

/** Creates a function that yields to the page's other tasks whenever work has run for a while since the last yield. */
export function createYielder(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < SLICE_MS) return
    await new Promise(resolve => setTimeout(resolve))
    since = performance.now()
  }
}
