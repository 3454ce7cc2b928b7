import { createElement } from '../dom/create-element.ts'

/** A button that only the user can press, not the page. */
export function createButton(className: string, words: string, press: () => void): HTMLButtonElement {
  const button = createElement('button', `act ${className}`, words)
  button.type = 'button'
  button.addEventListener('click', ({ isTrusted }) => isTrusted && press())
  return button
}
