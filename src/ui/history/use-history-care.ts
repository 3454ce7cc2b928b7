import { useEffect, useState } from 'preact/hooks'
import { dismissLoss, type HistoryLoss, readLoss, watchLoss } from '../../history/rescue/loss.ts'
import { watchHistory } from '../../history/watch-history.ts'
import { tryToTellBackground } from '../../messages/send.ts'
import { whenIdle } from '../page/when-idle.ts'

/** Pause between two calls: an import makes a change every few milliseconds. */
const PAUSE_MS = 300

/**
 * Has the history maintained while a page shows it: when the page opens, and after changes, which the page may be the only
 * one to make.
 * @returns the loss that the user has not dismissed yet
 */
export function useHistoryCare(): { loss: HistoryLoss | undefined; dismiss(): void } {
  const [loss, setLoss] = useState<HistoryLoss>()
  useEffect(() => {
    const abort = new AbortController()
    let isRunning = false
    let isDue = false
    const maintain = async () => {
      isDue = isRunning
      if (isRunning) return
      isRunning = true
      await tryToTellBackground('maintain-history')
      await new Promise(resolve => setTimeout(resolve, PAUSE_MS))
      isRunning = false
      if (isDue && !abort.signal.aborted) await maintain()
    }
    watchLoss(setLoss, abort.signal)
    readLoss().then(setLoss, () => {})
    watchHistory(({ type }) => type !== 'save-failure' && void maintain(), abort.signal)
    whenIdle(() => void tryToTellBackground('maintain-history'), abort.signal)
    return () => abort.abort()
  }, [])
  return { loss, dismiss: () => void dismissLoss() }
}
