/** A new element with class and text. Text is set as text: a page's own strings never become markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  text = '',
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name)
  if (className) created.className = className
  if (text) created.textContent = text
  return created
}
