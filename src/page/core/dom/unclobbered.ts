/**
 * A node with the members that the browser gave it. By the name of a field, a page puts that in the place of any member of
 * the field's form, for us too: of a form with a field `parentNode`, the parent is in the form
 * (https://html.spec.whatwg.org/#dom-form-nameditem).
 */
export function unclobbered<Target extends Node>(node: Target): Target {
  return node instanceof HTMLFormElement ? new Proxy<Target & HTMLFormElement>(node, members) : node
}

const members: ProxyHandler<Node> = {
  get: (form, name) => {
    const member = Reflect.get(HTMLFormElement.prototype, name, form)
    return typeof member === 'function' ? member.bind(form) : member
  },
}

/** Where an element is; pixels of the viewport. */
export function rectOf(element: Element): DOMRect {
  return unclobbered(element).getBoundingClientRect()
}

/** Whether a point of the viewport is on an element. */
export function isAt(element: Element, x: number, y: number): boolean {
  const { left, top, right, bottom } = rectOf(element)
  return x >= left && x <= right && y >= top && y <= bottom
}
