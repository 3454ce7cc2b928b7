/** After more changes in a row than this, an element shows an animation. */
const MAX_CHANGES = 4
/** One change is forgiven for each such time that the picture stays. */
const FORGIVE_MS = 1000
/** After so long without a change an animated element shows a picture again. */
const STILL_MS = 400

interface ElementHistory {
  key: string
  /** When this picture was first seen; milliseconds. */
  since: number
  changeCount: number
}

/**
 * Detects elements that show one picture after another, as in an animation: each would be fetched in vain.
 * @returns whether the element is animated; to be called with the key of its picture at each look
 */
export function createAnimationFilter(now = () => performance.now()): (element: Element, key: string) => boolean {
  const histories = new WeakMap<Element, ElementHistory>()
  return (element, key) => {
    const time = now()
    const history = histories.get(element) ?? { key, since: time, changeCount: 0 }
    histories.set(element, history)
    if (history.key !== key) {
      history.changeCount = Math.max(0, history.changeCount - (time - history.since) / FORGIVE_MS) + 1
      history.since = time
      history.key = key
    }
    return history.changeCount > MAX_CHANGES && time - history.since < STILL_MS
  }
}
