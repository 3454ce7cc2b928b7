import { tryToTellBackground } from '../../messages/send.ts'

/** Throttle interval: a shop's page creates dozens of tags in a burst. */
const TRIM_INTERVAL_MS = 10_000

let timer: ReturnType<typeof setTimeout> | undefined

/** Asks the service worker, throttled, to trim the history: an offscreen document cannot read the retention setting. */
export function scheduleTrim(): void {
  if (timer !== undefined) return
  timer = setTimeout(() => {
    timer = undefined
    // If nobody answers, the next tag asks again.
    void tryToTellBackground('trim-history')
  }, TRIM_INTERVAL_MS)
}
