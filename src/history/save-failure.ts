import { type HistoryTrouble, toHistoryError } from './history-error.ts'
import { announce } from './watch-history.ts'

/** In localStorage, because only the inference host saves tags, nobody sees that page, and every other page must know. */
const STORAGE_KEY = 'history-trouble'

/** Why the latest tag could not be saved; undefined if it was. `watchHistory` reports changes as `save-failure`. */
export function lastSaveFailure(): HistoryTrouble | undefined {
  return (globalThis.localStorage?.getItem(STORAGE_KEY) ?? undefined) as HistoryTrouble | undefined
}

/** @param error what saving failed with; undefined after a success */
export function recordSaveFailure(error: unknown): void {
  const trouble = error === undefined ? undefined : toHistoryError(error).trouble
  const last = lastSaveFailure()
  // After a failed write, browsers no longer open the database, and then the first reason is the true one.
  if (trouble === last || (trouble === 'unavailable' && last)) return
  if (trouble) globalThis.localStorage?.setItem(STORAGE_KEY, trouble)
  else globalThis.localStorage?.removeItem(STORAGE_KEY)
  announce({ type: 'save-failure' })
}
