/**
 * Whether something that floats over the page, such as a sticky header, a drawer or a dialogue, lies on a point of an
 * element. Links and captions that a shop lays over its pictures do not count.
 * @param x pixels of the viewport
 * @param y pixels of the viewport
 */
export function isCovered(target: Element, x: number, y: number): boolean {
  const above = document.elementsFromPoint(x, y).find(element => element.localName !== 'apparel-lens')
  if (!above || above === target || above.contains(target) || target.contains(above)) return false
  for (let node: Element | null = above; node && !node.contains(target); node = node.parentElement)
    if (floats(node)) return true
  return false
}

function floats(element: Element): boolean {
  if (element.matches('dialog[open], :popover-open')) return true
  const { position } = getComputedStyle(element)
  return position === 'fixed' || position === 'sticky'
}
