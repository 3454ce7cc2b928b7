/** A change to the history, made in any context of the extension. */
export type HistoryChange =
  /** Tags were added, seen again, restored or marked as favourites; or they were deleted. Some may be unchanged. */
  | { type: 'saved' | 'deleted'; ids: string[] }
  /** The whole history is gone. */
  | { type: 'erased' }
  /** `lastSaveFailure` has changed. */
  | { type: 'save-failure' }

const CHANNEL_NAME = 'history'

/** Notifies every context of the extension, including this one. */
export function announce(change: HistoryChange): void {
  const channel = new BroadcastChannel(CHANNEL_NAME)
  channel.postMessage(change)
  channel.close()
}

/** Calls back after each change that any context has committed, until `signal` is aborted. */
export function watchHistory(callback: (change: HistoryChange) => void, signal: AbortSignal): void {
  if (signal.aborted) return
  const channel = new BroadcastChannel(CHANNEL_NAME)
  channel.onmessage = event => callback(event.data as HistoryChange)
  signal.addEventListener('abort', () => channel.close(), { once: true })
}
