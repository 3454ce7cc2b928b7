import { isElement } from '../dom/element-type.ts'
import { parentOf } from '../dom/visible-box.ts'
import { SETTLE_MS } from './layout-scheduler.ts'

/** Milliseconds for which what has ended counts: a look may take some frames. */
const JUST_ENDED = 100

/**
 * Follows transitions and animations until the signal is aborted. One counts when it begins and when it ends: some have no end.
 * @param isNeeded whether anybody will ask
 * @param onBegin called when one begins, if only with its delay
 * @param onEnd called when one ends, before the frame that is painted so
 * @returns tells which elements they move, fade or turn, or did a moment ago
 */
export function watchMotion(
  isNeeded: () => boolean,
  onBegin: () => void,
  onEnd: () => void,
  signal: AbortSignal,
): () => ReadonlySet<Element> {
  const until = new Map<Element, number>()
  const options = { capture: true, passive: true, signal }
  const follow = (types: string[], milliseconds: number, on: () => void) => {
    for (const type of types)
      document.addEventListener(
        type,
        ({ target }) => {
          if (!isNeeded() || !isElement(target)) return
          until.set(target, performance.now() + milliseconds)
          on()
        },
        options,
      )
  }
  follow(['transitionrun', 'animationstart'], SETTLE_MS, onBegin)
  follow(['transitionend', 'animationend'], JUST_ENDED, onEnd)
  return () => {
    for (const [element, end] of until) if (end < performance.now()) until.delete(element)
    return new Set(until.keys())
  }
}

/** Whether an element is one of some, or lies in one. */
export function isWithinAny(element: Element, elements: ReadonlySet<Element>): boolean {
  if (elements.size === 0) return false
  for (let node: Element | null = element; node; node = parentOf(node)) if (elements.has(node)) return true
  return false
}
