import { paintHeat } from '../../../heat/paint-heat.ts'
import { createElement } from '../../core/dom/create-element.ts'
import { measurePainted } from '../../core/dom/painted-picture.ts'
import { type Box, overlapOf } from '../../core/dom/visible-box.ts'
import { uncovered } from '../../core/overlay/occlusion/elements-above.ts'
import type { Overlay, OverlayItem } from '../../core/overlay/overlay.ts'
import type { Anchor } from '../../core/overlay/placement.ts'

/** Pixels of the canvas on a side; the browser stretches it over the picture. */
const SIDE = 112

/**
 * Lays the heat of an answer over the image itself.
 * @param map 49 numbers of 0..1, row by row, over the whole picture
 * @returns undefined where it is not known how the page crops or turns the picture: better no heat than heat astray
 */
export function heatOver(
  image: HTMLImageElement,
  map: readonly number[],
  overlay: Overlay,
): (() => OverlayItem) | undefined {
  if (!measurePainted(image)()) return undefined
  return () => {
    const canvas = createElement('canvas')
    canvas.width = canvas.height = SIDE
    paintHeat(canvas, map)
    const layer = createElement('div', 'heat')
    layer.append(canvas)
    return overlay.place(image, layer, { anchor: anchorHeat(image) })
  }
}

/** On the whole image, clipped to what can be seen of its picture. */
function anchorHeat(image: HTMLImageElement): Anchor {
  const url = image.currentSrc
  const measure = measurePainted(image)
  return ({ target, visible }) => {
    const painted = measure()
    // The image may show another picture by now.
    if (!painted || image.currentSrc !== url) return undefined
    const box = image.getBoundingClientRect()
    const seen = uncovered(target, overlapOf(painted.frame, visible))
    if (seen.right <= seen.left || seen.bottom <= seen.top) return undefined
    return { x: box.left, y: box.top, css: styleOf(box, seen, painted.picture, getComputedStyle(image).borderRadius) }
  }
}

function styleOf(box: Box, seen: Box, picture: Box, radius: string): string {
  const px = (value: number) => `${value.toFixed(1)}px`
  const edges = [seen.top - box.top, box.right - seen.right, box.bottom - seen.bottom, seen.left - box.left]
  return [
    `width: ${px(box.right - box.left)}`,
    `height: ${px(box.bottom - box.top)}`,
    `border-radius: ${radius}`,
    `clip-path: inset(${edges.map(px).join(' ')})`,
    `--left: ${px(picture.left - box.left)}`,
    `--top: ${px(picture.top - box.top)}`,
    `--width: ${px(picture.right - picture.left)}`,
    `--height: ${px(picture.bottom - picture.top)}`,
  ].join('; ')
}
