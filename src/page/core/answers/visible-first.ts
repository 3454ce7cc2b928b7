import { onAbort } from '../../../async/on-abort.ts'
import type { Picture } from '../find/picture.ts'

/**
 * After this long without an answer on screen, pictures near the screen stop waiting: a server that is slow with one picture
 * must not hold up others. Even on a busy machine the host starts faster than this.
 */
const MAX_WAIT_MS = 3000

/** Defers requests about pictures near the screen until everything on screen is answered. */
interface VisibleFirst {
  /** Notes that a picture on screen waits for its file or its answer. */
  begin(element: Element): void
  /** Notes that the picture has its answer or no longer waits. */
  end(element: Element): void
  /** Asks about a picture near the screen when its turn comes. */
  defer(picture: Picture): void
  /** Whether others have to wait for something on screen. */
  isBusy(): boolean
}

/** @param ask called for each deferred picture whose turn has come */
export function createVisibleFirst(ask: (picture: Picture) => void, signal: AbortSignal): VisibleFirst {
  const waiting = new Set<Element>()
  const deferred = new Map<Element, Picture>()
  let timer: ReturnType<typeof setTimeout> | 0 = 0
  let deadline = 0

  const extendDeadline = () => {
    deadline = performance.now() + MAX_WAIT_MS
  }
  const isBusy = () => waiting.size > 0 && performance.now() < deadline

  /** The timer fires after an observer has reported everything that belongs to one task. */
  function release(): void {
    timer = 0
    if (isBusy()) {
      timer = setTimeout(release, MAX_WAIT_MS)
      return
    }
    const pictures = [...deferred.values()]
    deferred.clear()
    pictures.forEach(ask)
  }

  onAbort(signal, () => clearTimeout(timer))
  return {
    begin: element => {
      if (waiting.size === 0) extendDeadline()
      waiting.add(element)
      deferred.delete(element)
    },
    end: element => {
      deferred.delete(element)
      if (!waiting.delete(element)) return
      extendDeadline()
      if (waiting.size === 0) release()
    },
    defer: picture => {
      deferred.set(picture.element, picture)
      timer ||= setTimeout(release)
    },
    isBusy,
  }
}
