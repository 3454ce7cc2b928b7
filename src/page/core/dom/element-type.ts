import { ELEMENT_NODE } from './constants.ts'
import { HTML } from './create-element.ts'

/*
 * By name and type, not by class: each frame has classes of its own, and an element that a page moves out of a frame keeps
 * the frame's.
 */

/** Whether an element is the HTML element of this name. */
export function isHtmlElement<Name extends keyof HTMLElementTagNameMap>(
  element: Element,
  name: Name,
): element is HTMLElementTagNameMap[Name] {
  return element.localName === name && element.namespaceURI === HTML
}

/** The class is checked too, since a field named `nodeType` clobbers the type of its form. */
export function isElement(node: EventTarget | null): node is Element {
  return (node as Node | null)?.nodeType === ELEMENT_NODE || node instanceof Element
}
