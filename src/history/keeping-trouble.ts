import { type HistoryTrouble, toHistoryError } from './history-error.ts'
import { announce } from './watch-history.ts'

/** Shared by all pages of the extension, the host among them: it alone keeps tags, and no person sees it. */
const KEY = 'history-trouble'

/** Why the latest tag could not be kept; undefined where it could. `watchHistory` tells of changes. */
export function keepingTrouble(): HistoryTrouble | undefined {
  return (globalThis.localStorage?.getItem(KEY) ?? undefined) as HistoryTrouble | undefined
}

/** @param error what `keepTag` failed with; undefined where all went well */
export function noteTrouble(error: unknown): void {
  const trouble = error === undefined ? undefined : toHistoryError(error).trouble
  if (trouble === keepingTrouble()) return
  if (trouble) globalThis.localStorage?.setItem(KEY, trouble)
  else globalThis.localStorage?.removeItem(KEY)
  announce({ type: 'trouble' })
}
