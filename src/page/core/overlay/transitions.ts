import { parentOf } from '../dom/clipping.ts'
import { isElement } from '../dom/element-type.ts'
import { SETTLE_MS } from './layout-scheduler.ts'

/** How long a transition still counts after its end, at least, because a layout may take several frames. */
const JUST_ENDED_MS = 100

/**
 * Follows transitions and animations until the signal is aborted. Each counts when it begins and when it ends, but not in
 * between: some never end.
 * @param isNeeded whether the result will be used
 * @param onBegin called when one begins, even with a delay
 * @param onEnd called when one ends, before that frame is painted
 * @returns for each layout, the elements that are moved, faded or rotated, or were a moment ago
 */
export function watchMotion(
  isNeeded: () => boolean,
  onBegin: () => void,
  onEnd: () => void,
  signal: AbortSignal,
): () => ReadonlySet<Element> {
  /** When each element stops counting, by `performance.now()`. */
  const expiry = new Map<Element, number>()
  /** When the last layout was. On a busy machine the next may come late, and must still see what has ended meanwhile. */
  let seenAt = 0
  const options = { capture: true, passive: true, signal }
  const follow = (types: string[], milliseconds: number, callback: () => void) => {
    const listener = ({ target }: Event) => {
      if (!isNeeded() || !isElement(target)) return
      expiry.set(target, performance.now() + milliseconds)
      callback()
    }
    for (const type of types) document.addEventListener(type, listener, options)
  }
  follow(['transitionrun', 'animationstart'], SETTLE_MS, onBegin)
  follow(['transitionend', 'animationend'], JUST_ENDED_MS, onEnd)
  return () => {
    for (const [element, end] of expiry) if (end < seenAt) expiry.delete(element)
    seenAt = performance.now()
    return new Set(expiry.keys())
  }
}

/** Whether an element or one of its ancestors is in a set. */
export function isWithinAny(element: Element, elements: ReadonlySet<Element>): boolean {
  if (elements.size === 0) return false
  for (let node: Element | null = element; node; node = parentOf(node)) if (elements.has(node)) return true
  return false
}
