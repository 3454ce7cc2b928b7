/*
 * By name and type, not by class: each frame has classes of its own, and what a page takes out of a frame keeps the frame's.
 */

/** Whether an element is the one of HTML that has this name. */
export function isHtmlElement<Name extends keyof HTMLElementTagNameMap>(
  element: Element,
  name: Name,
): element is HTMLElementTagNameMap[Name] {
  return element.localName === name && element.namespaceURI === 'http://www.w3.org/1999/xhtml'
}

/** A form may have a field in the place of its type, so its class is asked too. */
export function isElement(node: EventTarget | null): node is Element {
  return (node as Node | null)?.nodeType === Node.ELEMENT_NODE || node instanceof Element
}
