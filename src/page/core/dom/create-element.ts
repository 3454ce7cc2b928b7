/**
 * A new element with class and text. The overlay's style shows the text, and screen readers read it; for the page it is
 * none, which could find it by `window.find` and select it, shadow root or not.
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
