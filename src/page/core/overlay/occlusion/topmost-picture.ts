import { unclobbered } from '../../dom/unclobbered.ts'
import { parentOf } from '../../dom/visible-box.ts'
import { dominantOf } from './dominant-layer.ts'

/**
 * Whether an element's picture is what is seen at a point; also where nobody can tell. The browser's hit test knows the order
 * in which it paints, which pictures show their back, and what is clipped. It is told nothing of opacity, and of what the
 * pointer passes through. (`trackVisibility` of an IntersectionObserver takes a link without colour for a cover, and a badge.)
 * @param isPicture whether another element has a picture that may be seen in the place of this one
 * @param x pixels of the viewport
 * @param y pixels of the viewport
 */
export function isSeenAt(target: Element, isPicture: (element: Element) => boolean, x: number, y: number): boolean {
  const root = unclobbered(target).getRootNode() as Document | ShadowRoot
  const pictures = root.elementsFromPoint(x, y).filter(element => element === target || isPicture(element))
  if (!pictures.includes(target)) return !isHit(target)
  const beside = pictures.find(element => element !== target)
  if (!beside) return true
  const layers = pictures.flatMap(element => {
    const opacity = opacityOf(element, element === target ? beside : target)
    return opacity === undefined ? [] : [{ element, opacity }]
  })
  const isClear = layers.some(({ element }) => element === target)
  return !isClear || layers[dominantOf(layers.map(({ opacity }) => opacity))]?.element === target
}

/** Whether hit tests know of an element: of what is behind a modal dialogue, and of the inert, they do not. */
function isHit(element: Element): boolean {
  const style = getComputedStyle(element)
  const isInert = style.getPropertyValue('interactivity') === 'inert'
  return style.pointerEvents !== 'none' && !isInert && document.querySelector(':modal') === null
}

/** How opaque an element is beside another, 0..1; undefined where a mask or blending leaves something of what is below it. */
function opacityOf(element: Element, beside: Element): number | undefined {
  let opacity = 1
  for (let node: Element | null = element; node && !unclobbered(node).contains(beside); node = parentOf(node)) {
    const style = getComputedStyle(node)
    if (style.maskImage !== 'none' || style.mixBlendMode !== 'normal') return undefined
    opacity *= Number(style.opacity)
  }
  return opacity
}
