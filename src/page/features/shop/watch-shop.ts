import { onAbort } from '../../../async/on-abort.ts'
import { detectShop } from './detect-shop.ts'

/** Intervals between checks of a page that is still being built. After the last check it counts as settled. */
const PAUSES_MS = [0, 250, 500, 1000, 2000, 4000]
/** How long a page must stay at an address before it is checked. */
const PASSING_MS = 250

/**
 * Reports when the page becomes a shop and when it no longer is one: at the start, while the page settles, and again after
 * each navigation within it, until the signal is aborted. A settled page costs nothing, and a page that does not change is
 * not checked twice.
 */
export function watchShop(callback: (isShop: boolean) => void, signal: AbortSignal): void {
  let isShop = false
  let hasChanged = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let address = ''
  let startedAt = Number.NEGATIVE_INFINITY
  const changes = new MutationObserver(() => {
    hasChanged = true
  })

  function check([pause, ...later]: number[]): void {
    if (pause === undefined) {
      changes.disconnect()
      return
    }
    timer = setTimeout(() => {
      if (hasChanged) {
        hasChanged = false
        const wasShop = isShop
        isShop = detectShop(document).isShop
        if (isShop !== wasShop) callback(isShop)
      }
      check(later)
    }, pause)
  }

  function start(): void {
    // A new fragment or state is not a navigation: pages write them at every scroll event.
    if (address === location.pathname + location.search) return
    address = location.pathname + location.search
    clearTimeout(timer)
    hasChanged = true
    changes.observe(document, { subtree: true, childList: true, characterData: true })
    const now = performance.now()
    // A check reads the whole page, so a page that changes its address in each frame is checked only once the address is stable.
    check(now - startedAt < PASSING_MS ? PAUSES_MS.slice(1) : PAUSES_MS)
    startedAt = now
  }

  navigation.addEventListener('currententrychange', start, { signal })
  onAbort(signal, () => {
    clearTimeout(timer)
    changes.disconnect()
  })
  start()
}
