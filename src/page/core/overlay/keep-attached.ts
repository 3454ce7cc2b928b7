/** Times in a row that an element comes back to a page that takes it away: one that insists has its way. */
const TRIES = 10
/** Milliseconds without that after which the page counts as one that lets it be. */
const PEACE = 1000
/** The only attribute that is ours. */
const OURS = 'popover'

/** Keeps an element of ours in a page that clears away what it does not know. */
export interface Stay {
  begin(): void
  end(): void
}

/** @param putBack called where the element is no longer at the root of the page */
export function createStay(element: HTMLElement, putBack: () => void): Stay {
  let tries = 0
  let triedAt = Number.NEGATIVE_INFINITY
  const observer = new MutationObserver(mend)

  function watch(): void {
    observer.disconnect()
    // The root itself may be another one by now.
    for (const parent of [document, document.documentElement]) if (parent) observer.observe(parent, { childList: true })
    observer.observe(element, { attributes: true })
  }

  function mend(): void {
    const strange = [...element.attributes].filter(({ name }) => name !== OURS)
    const isAway = document.documentElement !== null && element.parentNode !== document.documentElement
    if (strange.length > 0 || isAway) {
      const now = performance.now()
      tries = now - triedAt > PEACE ? 1 : tries + 1
      triedAt = now
      if (tries > TRIES) {
        observer.disconnect()
        return
      }
      for (const { name } of strange) element.removeAttribute(name)
      if (isAway) putBack()
    }
    watch()
  }

  return { begin: watch, end: () => observer.disconnect() }
}
