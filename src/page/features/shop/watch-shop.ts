import { onAbort } from '../../../async/on-abort.ts'
import { detectShop } from './detect-shop.ts'

/** Milliseconds between looks at a page that is still being built; after the last it is taken for settled. */
const PAUSES = [0, 250, 500, 1000, 2000, 4000]
/** Milliseconds within which a page is taken to be passing through its addresses. */
const IN_PASSING = 250

/**
 * Says when the page is a shop, and when it is one no more: as it is found, while it settles, and again after each
 * navigation within it, until the signal is aborted. A settled page costs nothing, and one that does not change is not
 * looked at twice.
 */
export function watchShop(callback: (isShop: boolean) => void, signal: AbortSignal): void {
  let isShop = false
  let hasChanged = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let place = ''
  let startedAt = Number.NEGATIVE_INFINITY
  const changes = new MutationObserver(() => {
    hasChanged = true
  })

  function look([pause, ...later]: number[]): void {
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
      look(later)
    }, pause)
  }

  function start(): void {
    // Fragments and state of the same page are no navigation, and pages write them at every turn of the wheel.
    if (place === location.pathname + location.search) return
    place = location.pathname + location.search
    clearTimeout(timer)
    hasChanged = true
    changes.observe(document, { subtree: true, childList: true, characterData: true })
    const now = performance.now()
    // One that goes to another address in each frame is looked at when it stays: a look walks through the whole page.
    look(now - startedAt < IN_PASSING ? PAUSES.slice(1) : PAUSES)
    startedAt = now
  }

  navigation.addEventListener('currententrychange', start, { signal })
  onAbort(signal, () => {
    clearTimeout(timer)
    changes.disconnect()
  })
  start()
}
