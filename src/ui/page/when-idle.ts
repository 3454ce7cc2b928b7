/** Longest wait on a page that is never idle, milliseconds. */
const MAX_WAIT_MS = 1000

/**
 * Calls back once the page is drawn and has nothing else to do, so that what the user waits for comes first.
 * @param signal cancels the call
 */
export function whenIdle(act: () => void, signal: AbortSignal): void {
  const handle = requestIdleCallback(act, { timeout: MAX_WAIT_MS })
  signal.addEventListener('abort', () => cancelIdleCallback(handle), { once: true })
}
