/** What happened to one tag, in whatever context. */
export type HistoryChange = { type: 'kept' | 'deleted'; id: string }

const CHANNEL = 'history'

/** Tells every context of the extension, this one included, that a tag has changed. */
export function announce(change: HistoryChange): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage(change)
  channel.close()
}

/** Calls back after each change that any context has committed, until the signal is aborted. */
export function watchHistory(callback: (change: HistoryChange) => void, signal: AbortSignal): void {
  if (signal.aborted) return
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = event => callback(event.data as HistoryChange)
  signal.addEventListener('abort', () => channel.close(), { once: true })
}
