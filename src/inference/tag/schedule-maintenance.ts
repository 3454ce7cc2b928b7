import { tryToTellBackground } from '../../messages/send.ts'

/** Throttle interval: a shop's page creates dozens of tags in a burst. */
const INTERVAL_MS = 10_000

let timer: ReturnType<typeof setTimeout> | undefined

/** Asks the service worker, throttled, to maintain the history: an offscreen document reads neither settings nor `storage.local`. */
export function scheduleMaintenance(): void {
  if (timer !== undefined) return
  timer = setTimeout(() => {
    timer = undefined
    // If nobody answers, the next tag asks again.
    void tryToTellBackground('maintain-history')
  }, INTERVAL_MS)
}
