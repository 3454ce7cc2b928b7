import type { HostPort } from '../platform/host-port.ts'
import type { Picture } from './find/picture.ts'

/** Open questions while the rest is asked: one is read while the other is looked at. */
const AT_ONCE = 4
/** Milliseconds between looks whether there is time for the rest. */
const REST = 1000

/**
 * Asks about pictures far from the screen, while the page is idle and nothing nearer waits for its answer; never in a tab
 * that nobody sees, nor where the person saves data.
 * @param next gives a picture that was not asked about; undefined while there is none
 * @param ask returns whether the answer is still to come
 * @returns to be called when an answer has come
 */
export function createRest(
  next: () => Picture | undefined,
  ask: (picture: Picture) => boolean,
  port: HostPort,
  signal: AbortSignal,
): () => void {
  let idle = 0

  function askSome(deadline: IdleDeadline): void {
    idle = 0
    let open = port.open
    while (open < AT_ONCE && deadline.timeRemaining() > 1) {
      const picture = next()
      if (!picture) return
      if (ask(picture)) open++
    }
    soon()
  }

  function isTime(): boolean {
    return port.open < AT_ONCE && !document.hidden && !(navigator as SavesData).connection?.saveData
  }

  const soon = () => {
    if (isTime()) idle ||= requestIdleCallback(askSome)
  }
  const timer = setInterval(soon, REST)
  signal.addEventListener('abort', () => {
    clearInterval(timer)
    cancelIdleCallback(idle)
  })
  return soon
}

/** What browsers tell of the connection, where they do (https://wicg.github.io/savedata/). */
interface SavesData {
  connection?: { saveData?: boolean }
}
