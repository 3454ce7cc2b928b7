/**
 * A node with the members that the browser gave it. A field of a form clobbers the form's member of the same name, for
 * content scripts too: a form with a field named `parentNode` has that field as its parent node
 * (https://html.spec.whatwg.org/#dom-form-nameditem).
 */
export function unclobbered<Target extends Node>(node: Target): Target {
  return mayBeForm(node) && node instanceof HTMLFormElement
    ? new Proxy<Target & HTMLFormElement>(node, originalMembers)
    : node
}

/** In Firefox, a content script reads a name several times as fast as it checks the class. A form's name may be clobbered too. */
function mayBeForm({ localName }: Node & { localName?: unknown }): boolean {
  return localName === 'form' || typeof localName !== 'string'
}

const originalMembers: ProxyHandler<Node> = {
  get: (form, name) => {
    const member = Reflect.get(HTMLFormElement.prototype, name, form)
    return typeof member === 'function' ? member.bind(form) : member
  },
}

/** The box of an element in pixels of the viewport. */
export function rectOf(element: Element): DOMRect {
  return unclobbered(element).getBoundingClientRect()
}

/** Whether a point of the viewport is within the box of an element. */
export function isAt(element: Element, x: number, y: number): boolean {
  const { left, top, right, bottom } = rectOf(element)
  return x >= left && x <= right && y >= top && y <= bottom
}
