import { HTML } from './create-element.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** Types of nodes (https://dom.spec.whatwg.org/#dom-node-nodetype), as numbers: Firefox takes long to look `Node` up in a content script. */
export const ELEMENT_NODE = 1
export const DOCUMENT_FRAGMENT_NODE = 11

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

/** Whether an element is within an SVG, or is one. */
export function isSvgElement({ namespaceURI }: Element): boolean {
  return namespaceURI === SVG
}

/** The class is checked too, since a field named `nodeType` clobbers the type of its form. */
export function isElement(node: EventTarget | null): node is Element {
  return (node as Node | null)?.nodeType === ELEMENT_NODE || node instanceof Element
}
