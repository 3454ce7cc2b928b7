/** Milliseconds of work without a pause. */
const SLICE = 20

/** Makes what gives way to all else that the page has to do, whenever work has gone on for a while since the last time. */
export function createPauses(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < SLICE) return
    await new Promise(resolve => setTimeout(resolve))
    since = performance.now()
  }
}
