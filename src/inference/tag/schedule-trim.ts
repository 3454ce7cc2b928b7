import { tryToTellBackground } from '../../messages/send.ts'

/** Milliseconds for which tags are gathered: a page of a shop brings dozens in a burst. */
const GATHER = 10_000

let timer: ReturnType<typeof setTimeout> | undefined

/** Has the history trimmed in a while, by the service worker: it alone of the two can read how much is to be kept. */
export function scheduleTrim(): void {
  if (timer !== undefined) return
  timer = setTimeout(() => {
    timer = undefined
    // Where nobody answers, the next tag asks again.
    void tryToTellBackground('trim-history')
  }, GATHER)
}
