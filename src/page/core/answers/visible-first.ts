import { onAbort } from '../../../async/on-abort.ts'
import type { Picture } from '../find/picture.ts'

/**
 * Milliseconds without an answer on screen for which what is near the screen waits: a server that is slow with one
 * picture must not hold up others. A host that starts on a busy machine takes less.
 */
const PATIENCE = 3000

/** Holds questions about pictures near the screen back until all on screen are answered. */
export interface OnScreenFirst {
  /** One on screen waits for its file or its answer. */
  begin(element: Element): void
  /** It has it, or does not wait any more. */
  end(element: Element): void
  /** Asks about a picture near the screen when its turn comes. */
  later(picture: Picture): void
  /** Whether anything on screen waits that is waited for. */
  isBusy(): boolean
}

/** @param ask called for each picture near the screen whose turn has come */
export function createOnScreenFirst(ask: (picture: Picture) => void, signal: AbortSignal): OnScreenFirst {
  const open = new Set<Element>()
  const held = new Map<Element, Picture>()
  let timer: ReturnType<typeof setTimeout> | 0 = 0
  let patientUntil = 0

  const wait = () => {
    patientUntil = performance.now() + PATIENCE
  }
  const isBusy = () => open.size > 0 && performance.now() < patientUntil

  /** All that an observer tells of in one task is known before the timer rings. */
  function release(): void {
    timer = 0
    if (isBusy()) {
      timer = setTimeout(release, PATIENCE)
      return
    }
    const pictures = [...held.values()]
    held.clear()
    pictures.forEach(ask)
  }

  onAbort(signal, () => clearTimeout(timer))
  return {
    begin: element => {
      if (open.size === 0) wait()
      open.add(element)
      held.delete(element)
    },
    end: element => {
      held.delete(element)
      if (!open.delete(element)) return
      wait()
      if (open.size === 0) release()
    },
    later: picture => {
      held.set(picture.element, picture)
      timer ||= setTimeout(release)
    },
    isBusy,
  }
}
