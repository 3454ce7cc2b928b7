import { OVERLAY } from '../overlay-name.ts'

/** The shadow root of an element, open or closed; not the browser's own, as in `<video>`, nor ours. */
export function shadowRootOf(element: Element): ShadowRoot | undefined {
  if (!(element instanceof HTMLElement) || element.localName === OVERLAY) return undefined
  const root = chrome.dom.openOrClosedShadowRoot(element)
  return root instanceof ShadowRoot ? root : undefined
}
