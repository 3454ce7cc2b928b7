/** Undoes something once the signal is aborted: short, since the content script says it often and every page loads that. */
export function onAbort(signal: AbortSignal, undo: () => void): void {
  signal.addEventListener('abort', undo, { once: true })
}
