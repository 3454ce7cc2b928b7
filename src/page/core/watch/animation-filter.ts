/** After more changes in a row than this, an element shows an animation. */
const MAX_CHANGES = 4
/** For each period of this length without a change, one change is forgiven. */
const FORGIVE_MS = 1000
/** Time without a change after which an animated element counts as a picture again. */
const STILL_MS = 400

interface ElementHistory {
  key: string
  /** When this picture was first seen; milliseconds. */
  since: number
  changeCount: number
}

/**
 * Detects elements that show one picture after another, as in an animation: each would be fetched in vain.
 * @returns whether the element is animated; call it at each check with the key of the element's picture
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
