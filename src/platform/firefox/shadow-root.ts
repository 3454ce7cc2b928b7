/** The shadow root of an element, open or closed; null if it has none, or one of the browser's own, as in `<video>`. */
export function openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null {
  return (element as HTMLElement & { openOrClosedShadowRoot: ShadowRoot | null }).openOrClosedShadowRoot
}
