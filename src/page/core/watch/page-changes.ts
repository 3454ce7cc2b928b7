import { onAbort } from '../../../async/on-abort.ts'
import { isElement, isHtmlElement } from '../dom/element-type.ts'
import { unclobbered } from '../dom/unclobbered.ts'

/** Callbacks for the changes of a page. */
export interface PageChanges {
  /** An element was added with its descendants. */
  added(element: Element): void
  /** Something was removed. */
  removed(): void
  /** An element looks different, with its descendants if `isDeep`. */
  restyled(element: Element, isDeep: boolean): void
  /** An element may show another picture of its own. */
  changed(element: Element): void
  /** Something may have moved. */
  moved(): void
}

/** Attributes that restyle an element and its descendants. */
const DEEP_ATTRIBUTES = ['class', 'hidden', 'open']
const ATTRIBUTES = [...DEEP_ATTRIBUTES, 'style', 'src', 'srcset', 'data', 'href', 'poster', 'type', 'width', 'height']
/** Images load lazily or change their source; videos load, play, pause and seek. None of these events bubbles. */
const EVENTS = ['load', 'error', 'loadeddata', 'play', 'pause', 'seeked', 'ended', 'emptied']

/**
 * Follows the changes of a page until the signal is aborted.
 * @returns adds a document or shadow root: neither reports changes within inner shadow roots
 */
export function watchRoots(changes: PageChanges, signal: AbortSignal): (root: Document | ShadowRoot) => void {
  // One observer for all roots: a page may create and drop shadow roots forever, and dropped ones must not be retained.
  const observer = new MutationObserver(records => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      if (type === 'attributes' && isElement(target)) {
        changes.changed(target)
        changes.restyled(target, DEEP_ATTRIBUTES.includes(attributeName ?? ''))
      }
      if (removedNodes.length > 0) changes.removed()
      for (const node of addedNodes) if (isElement(node) && unclobbered(node).isConnected) changes.added(node)
    }
    changes.moved()
  })
  onAbort(signal, () => observer.disconnect())

  const options = { capture: true, passive: true, signal }
  const onEvent = ({ target }: Event) => {
    if (!isElement(target)) return
    const isStyle = isHtmlElement(target, 'link') || isHtmlElement(target, 'style')
    if (isStyle) changes.restyled(document.documentElement, true)
    else changes.changed(target)
  }
  // A part that was not laid out before has its first style now.
  const onContentVisibility = ({ target }: Event) => isElement(target) && changes.restyled(target, true)
  return root => {
    observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ATTRIBUTES })
    for (const type of EVENTS) root.addEventListener(type, onEvent, options)
    root.addEventListener('contentvisibilityautostatechange', onContentVisibility, options)
    // Scroll events do not leave a shadow root.
    if (root instanceof ShadowRoot) root.addEventListener('scroll', changes.moved, options)
  }
}
