/** Number of repairs in a row after which a page that keeps removing the element wins. */
const MAX_TRIES = 10
/** Time without a removal after which the count starts over. */
const CALM_MS = 1000
/** The only attribute that we set. */
const OWN_ATTRIBUTE = 'popover'

/** Keeps our element attached in a page that removes unknown elements. */
interface Attachment {
  start(): void
  stop(): void
}

/** @param reattach called when the element is no longer a child of the root element */
export function createAttachment(element: HTMLElement, reattach: () => void): Attachment {
  let tries = 0
  let triedAt = Number.NEGATIVE_INFINITY
  const observer = new MutationObserver(repair)

  function watch(): void {
    observer.disconnect()
    // The page may have replaced its root element.
    for (const parent of [document, document.documentElement]) if (parent) observer.observe(parent, { childList: true })
    observer.observe(element, { attributes: true })
  }

  function repair(): void {
    const foreign = [...element.attributes].filter(({ name }) => name !== OWN_ATTRIBUTE)
    const isAway = document.documentElement !== null && element.parentNode !== document.documentElement
    if (foreign.length > 0 || isAway) {
      const now = performance.now()
      tries = now - triedAt > CALM_MS ? 1 : tries + 1
      triedAt = now
      if (tries > MAX_TRIES) {
        observer.disconnect()
        return
      }
      for (const { name } of foreign) element.removeAttribute(name)
      if (isAway) reattach()
    }
    watch()
  }

  return { start: watch, stop: () => observer.disconnect() }
}
