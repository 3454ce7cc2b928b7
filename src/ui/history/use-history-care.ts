import { useEffect, useState } from 'preact/hooks'
import { dismissLoss, type HistoryLoss, readLoss, watchLoss } from '../../history/rescue/loss.ts'
import { watchHistory } from '../../history/watch-history.ts'
import { tryToTellBackground } from '../../messages/send.ts'

/** Throttle interval: while a page is open, a shop may add tags for minutes. */
const MAINTENANCE_INTERVAL_MS = 10_000

/**
 * Has the history maintained while a page shows it: when the page opens, and after changes, which the page may be the only
 * one to make.
 * @returns the loss that the user has not dismissed yet
 */
export function useHistoryCare(): { loss: HistoryLoss | undefined; dismiss(): void } {
  const [loss, setLoss] = useState<HistoryLoss>()
  useEffect(() => {
    const abort = new AbortController()
    let timer: number | undefined
    let isDue = false
    const maintain = () => {
      isDue = timer !== undefined
      if (isDue) return
      void tryToTellBackground('maintain-history')
      timer = window.setTimeout(() => {
        timer = undefined
        if (isDue) maintain()
      }, MAINTENANCE_INTERVAL_MS)
    }
    watchLoss(setLoss, abort.signal)
    readLoss().then(setLoss, () => {})
    watchHistory(({ type }) => type !== 'save-failure' && maintain(), abort.signal)
    maintain()
    return () => {
      abort.abort()
      clearTimeout(timer)
    }
  }, [])
  return { loss, dismiss: () => void dismissLoss() }
}
