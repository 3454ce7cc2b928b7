/**
 * Creates an element with a class and a text. The overlay's style shows the text and screen readers read it, but it is not a
 * text node: a page could find one with `window.find` and select it, even in a closed shadow root.
 */
export function createElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  text = '',
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name)
  if (className) created.className = className
  if (text) created.dataset.text = text
  return created
}
