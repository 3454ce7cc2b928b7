/** Runs the clean-up once the signal is aborted. Short for the content script, which every page loads. */
export function onAbort(signal: AbortSignal, cleanUp: () => void): void {
  signal.addEventListener('abort', cleanUp, { once: true })
}
