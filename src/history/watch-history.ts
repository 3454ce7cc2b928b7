/** What happened to the history, in whatever context. */
export type HistoryChange =
  /** Tags were added, seen again, restored or made favourites; or are gone. Some may be as they were. */
  | { type: 'kept' | 'deleted'; ids: string[] }
  /** All is gone. */
  | { type: 'erased' }
  /** `keepingTrouble` has changed. */
  | { type: 'trouble' }

const CHANNEL = 'history'

/** Tells every context of the extension, this one included. */
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
