/** The shadow root of an element, open or closed; none of the browser's own, as in `<video>`. */
export function shadowRootOf(element: Element): ShadowRoot | undefined {
  if (!(element instanceof HTMLElement)) return undefined
  const root = chrome.dom.openOrClosedShadowRoot(element)
  return root instanceof ShadowRoot ? root : undefined
}
