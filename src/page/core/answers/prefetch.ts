import { onAbort } from '../../../async/on-abort.ts'
import type { HostPort } from '../../../inference/client/host-port.ts'
import type { Picture } from '../find/picture.ts'
import { watchBattery } from './battery.ts'

/** Open questions while the rest is asked: as many as are read while the network looks at one. */
const AT_ONCE = 8
/** Milliseconds between looks whether there is time for the rest. */
const REST = 1000

/**
 * Asks about pictures far from the screen, while the page is idle and nothing nearer waits for its answer; never in a tab
 * that nobody sees, nor where the person saves data or the battery runs low.
 * @param next gives a picture that was not asked about; undefined while there is none, or no time to look for it
 * @param ask returns whether the answer is still to come
 * @param isBusy whether something nearer is still to be asked
 * @returns to be called when an answer has come
 */
export function createRest(
  next: (isTime: () => boolean) => Picture | undefined,
  ask: (picture: Picture) => boolean,
  isBusy: () => boolean,
  port: HostPort,
  signal: AbortSignal,
): () => void {
  let idle = 0

  function askSome(deadline: IdleDeadline): void {
    idle = 0
    let open = port.open
    const isTime = () => deadline.timeRemaining() > 1
    while (open < AT_ONCE && !isBusy() && isTime()) {
      const picture = next(isTime)
      if (!picture) return
      if (ask(picture)) open++
    }
    soon()
  }

  const isLow = watchBattery(signal)
  function isTime(): boolean {
    return (
      port.open < AT_ONCE && !isBusy() && !document.hidden && !isLow() && !(navigator as SavesData).connection?.saveData
    )
  }

  const soon = () => {
    if (isTime()) idle ||= requestIdleCallback(askSome)
  }
  const timer = setInterval(soon, REST)
  onAbort(signal, () => {
    clearInterval(timer)
    cancelIdleCallback(idle)
  })
  return soon
}

/** What browsers tell of the connection, where they do (https://wicg.github.io/savedata/). */
interface SavesData {
  connection?: { saveData?: boolean }
}
