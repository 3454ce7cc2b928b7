import { parentOf } from '../../dom/clipping.ts'
import { isAt, unclobbered } from '../../dom/unclobbered.ts'
import { dominantLayer } from './dominant-layer.ts'
import { elementsAtPoint } from './hit-test.ts'
import { byPaintOrder } from './paint-order.ts'

/** Comparing the paint order of many pictures takes too long. A card has two or three in one place. */
const MAX_COMPARED = 10

/**
 * Whether an element's picture is the one that is seen at a point; true if that cannot be known. The browser's hit test
 * knows paint order, hidden back faces and clip paths. It ignores opacity, and elements that the pointer passes through.
 * (`trackVisibility` of an IntersectionObserver would count a transparent link, and our own badge, as a cover.)
 * @param others pictures in the same place
 * @param isPicture whether another element has a picture that may be visible instead of this one
 * @param x pixels of the viewport
 * @param y pixels of the viewport
 */
export function isSeenAt(
  target: Element,
  others: readonly Element[],
  isPicture: (element: Element) => boolean,
  x: number,
  y: number,
): boolean {
  const pictures = picturesAt(target, others, isPicture, x, y)
  if (!pictures.includes(target)) return !isHittable(target)
  const other = pictures.find(element => element !== target)
  if (!other) return true
  if (opacityOf(target, other) === undefined) return true
  const layers: Element[] = []
  // Computed one by one, because thousands of pictures may lie below an opaque one.
  function* opacities(): Generator<number> {
    for (const element of pictures) {
      const opacity = opacityOf(element, element === target ? (other as Element) : target)
      if (opacity === undefined) continue
      layers.push(element)
      yield opacity
    }
  }
  return layers[dominantLayer(opacities())] === target
}

/** The target and other pictures at a point, top to bottom. */
function picturesAt(
  target: Element,
  others: readonly Element[],
  isPicture: (element: Element) => boolean,
  x: number,
  y: number,
): Element[] {
  const root = unclobbered(target).getRootNode() as Document | ShadowRoot
  const hit = new Set(elementsAtPoint(root, x, y).filter(element => element === target || isPicture(element)))
  if (others.length === 0 || others.length > MAX_COMPARED) return [...hit]
  const passed = [target, ...others].filter(element => !hit.has(element) && isAt(element, x, y) && !isHittable(element))
  return passed.length > 0 ? [...hit, ...passed].sort(byPaintOrder) : [...hit]
}

/** Whether hit tests find an element: they skip inert elements, and everything behind a modal dialog. */
function isHittable(element: Element): boolean {
  const style = getComputedStyle(element)
  const isInert = style.getPropertyValue('interactivity') === 'inert'
  return style.pointerEvents !== 'none' && !isInert && document.querySelector(':modal') === null
}

/**
 * How opaque an element is compared with another, 0..1: ancestors that both share do not count. Undefined where a mask or
 * blending leaves something visible of what lies below.
 */
function opacityOf(element: Element, other: Element): number | undefined {
  let opacity = 1
  for (let node: Element | null = element; node && !unclobbered(node).contains(other); node = parentOf(node)) {
    const style = getComputedStyle(node)
    if (style.maskImage !== 'none' || style.mixBlendMode !== 'normal') return undefined
    opacity *= Number(style.opacity)
  }
  return opacity
}
