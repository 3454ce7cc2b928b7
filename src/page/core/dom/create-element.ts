/** The namespace of HTML. */
export const HTML = 'http://www.w3.org/1999/xhtml'

/**
 * Creates an element with a class and a text. The overlay's style shows the text and screen readers read it, but it is not a
 * text node: a page could find one with `window.find` and select it, even in a closed shadow root.
 */
export function createElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  text = '',
): HTMLElementTagNameMap[Name] {
  // Not `document.createElement`, which creates no HTML elements in an SVG document.
  const created = document.createElementNS(HTML, name) as HTMLElementTagNameMap[Name]
  if (className) created.className = className
  if (text) created.dataset.text = text
  return created
}
