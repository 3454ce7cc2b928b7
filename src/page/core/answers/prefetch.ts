import { onAbort } from '../../../async/on-abort.ts'
import type { HostPort } from '../../../inference/client/host-port.ts'
import type { Picture } from '../find/picture.ts'
import { watchBattery } from './battery.ts'

/** Open requests while prefetching: as many as can be read while the network computes one. */
const MAX_OPEN = 8
const CHECK_MS = 1000
/** An idle period with less time left is not used. */
const MIN_IDLE_MS = 1

/**
 * Asks about pictures far from the screen while the page is idle and nothing nearer waits for its answer; never in a hidden
 * tab, nor where the user saves data or the battery is low.
 * @param next returns a picture that was not requested yet; undefined if there is none now or no time left to look for one
 * @param ask requests a picture; returns whether its answer is still pending
 * @param isBusy whether something nearer still waits for its request
 * @returns a function to call when an answer has arrived
 */
export function createPrefetch(
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
    const isTime = () => deadline.timeRemaining() > MIN_IDLE_MS
    while (open < MAX_OPEN && !isBusy() && isTime()) {
      const picture = next(isTime)
      if (!picture) return
      if (ask(picture)) open++
    }
    schedule()
  }

  const isLow = watchBattery(signal)
  function mayPrefetch(): boolean {
    const { connection } = navigator as SavesData
    return port.open < MAX_OPEN && !isBusy() && !document.hidden && !isLow() && !connection?.saveData
  }

  const schedule = () => {
    if (mayPrefetch()) idle ||= requestIdleCallback(askSome)
  }
  const timer = setInterval(schedule, CHECK_MS)
  onAbort(signal, () => {
    clearInterval(timer)
    cancelIdleCallback(idle)
  })
  return schedule
}

/** Not every browser has it (https://wicg.github.io/savedata/). */
interface SavesData {
  connection?: { saveData?: boolean }
}
