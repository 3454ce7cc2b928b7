/** Held by every context that can still undo a deletion. The browser releases it if the context ends. */
const LOCK_NAME = 'history-undo'

/**
 * Keeps deleted tags restorable. No clock decides when a deletion is final: one that is set forward would make a deletion
 * final while its undo is on screen.
 * @returns a function that ends this; calling it twice does no harm
 */
export function holdUndo(): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const hold = () => new Promise<void>(release => resolve(release))
    navigator.locks.request(LOCK_NAME, { mode: 'shared' }, hold).catch(reject)
  })
}

/** Does some work if no context can undo a deletion, and keeps new ones waiting meanwhile. */
export async function unlessUndoIsHeld(work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(LOCK_NAME, { ifAvailable: true }, async lock => lock && work())
}
