import { onAbort } from '../../../async/on-abort.ts'
import { isElement, isHtmlElement } from '../dom/element-type.ts'
import { unclobbered } from '../dom/unclobbered.ts'

/** What a watcher of a page is told. */
export interface PageChanges {
  /** An element and all in it has come. */
  added(element: Element): void
  /** Something has gone. */
  removed(): void
  /** An element looks different, with all in it if `isDeep`. */
  restyled(element: Element, isDeep: boolean): void
  /** An element's own picture may be another. */
  changed(element: Element): void
  /** Something may have moved. */
  moved(): void
}

/** Attributes by which a page restyles an element and what is in it, and those that bear on the element alone. */
const DEEP = ['class', 'hidden', 'open']
const ATTRIBUTES = [...DEEP, 'style', 'src', 'srcset', 'href', 'poster', 'type', 'width', 'height']
/** Lazy and swapped pictures are there once they are loaded; videos rest, play and are wound. None of these bubbles. */
const EVENTS = ['load', 'error', 'loadeddata', 'play', 'pause', 'seeked', 'ended', 'emptied']

/**
 * Follows a page's changes until the signal is aborted.
 * @returns adds a document or shadow root: neither tells of roots within it
 */
export function watchRoots(changes: PageChanges, signal: AbortSignal): (root: Document | ShadowRoot) => void {
  // One for all: a page may make and drop shadow roots without end, and nothing may be left of them.
  const observer = new MutationObserver(records => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      if (type === 'attributes' && isElement(target)) {
        changes.changed(target)
        changes.restyled(target, DEEP.includes(attributeName ?? ''))
      }
      if (removedNodes.length > 0) changes.removed()
      for (const node of addedNodes) if (isElement(node) && unclobbered(node).isConnected) changes.added(node)
    }
    changes.moved()
  })
  onAbort(signal, () => observer.disconnect())

  const options = { capture: true, passive: true, signal }
  const happened = ({ target }: Event) => {
    if (!isElement(target)) return
    if (isHtmlElement(target, 'link') || isHtmlElement(target, 'style'))
      changes.restyled(document.documentElement, true)
    else changes.changed(target)
  }
  // A part that was not laid out before has no style to look at until now.
  const unfolded = ({ target }: Event) => isElement(target) && changes.restyled(target, true)
  const scrolled = () => changes.moved()
  return root => {
    observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ATTRIBUTES })
    for (const type of EVENTS) root.addEventListener(type, happened, options)
    root.addEventListener('contentvisibilityautostatechange', unfolded, options)
    // Those in a shadow root do not leave it.
    if (root instanceof ShadowRoot) root.addEventListener('scroll', scrolled, options)
  }
}
