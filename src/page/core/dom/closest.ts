/** The closest ancestor that matches, as `Element.closest` finds it, but also out of shadow roots. */
export function closestInPage<Found extends Element>(element: Element, selector: string): Found | null {
  const found = element.closest<Found>(selector)
  const root = found ? undefined : element.getRootNode()
  return root instanceof ShadowRoot ? closestInPage(root.host, selector) : found
}
