import { onAbort } from '../platform/on-abort.ts'
import type { Picture } from './find/picture.ts'

/** Milliseconds for which what is near the screen waits: a server that is slow with one picture must not hold up others. */
const PATIENCE = 1500

/** Holds questions about pictures near the screen back until all on screen are answered. */
export interface OnScreenFirst {
  /** One on screen waits for its answer. */
  begin(element: Element): void
  /** It has it, or does not wait any more. */
  end(element: Element): void
  /** Asks about a picture near the screen when its turn comes. */
  later(picture: Picture): void
}

/** @param ask called for each picture near the screen whose turn has come */
export function createOnScreenFirst(ask: (picture: Picture) => void, signal: AbortSignal): OnScreenFirst {
  const open = new Set<Element>()
  const held = new Map<Element, Picture>()
  let timer = 0
  let patientUntil = 0

  /** All that an observer tells of in one task is known before the timer rings. */
  function release(): void {
    timer = 0
    const wait = patientUntil - performance.now()
    if (open.size > 0 && wait > 0) {
      timer = window.setTimeout(release, wait)
      return
    }
    const pictures = [...held.values()]
    held.clear()
    for (const picture of pictures) ask(picture)
  }

  onAbort(signal, () => clearTimeout(timer))
  return {
    begin: element => {
      open.add(element)
      held.delete(element)
    },
    end: element => {
      held.delete(element)
      if (!open.delete(element) || open.size > 0) return
      clearTimeout(timer)
      release()
    },
    later: picture => {
      if (held.size === 0) patientUntil = performance.now() + PATIENCE
      held.set(picture.element, picture)
      timer ||= window.setTimeout(release)
    },
  }
}
