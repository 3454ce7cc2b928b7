import { paintHeat } from '../../../heat/paint-heat.ts'
import { type Box, isEmpty, overlapOf } from '../../core/dom/box.ts'
import { createElement } from '../../core/dom/create-element.ts'
import { createPictureMeter } from '../../core/dom/painted-picture.ts'
import { cutOffFixedLayers } from '../../core/overlay/occlusion/elements-above.ts'
import type { Overlay, OverlayItem } from '../../core/overlay/overlay.ts'
import type { Anchor } from '../../core/overlay/placement.ts'

/** Side of the canvas, which the browser stretches over the picture. */
const CANVAS_SIDE_PX = 112

/**
 * Prepares to lay the heat map of an answer over the image.
 * @param map 49 numbers of 0..1, row by row, over the whole picture
 * @returns undefined if it is not known how the page crops or rotates the picture: no heat is better than misplaced heat
 */
export function heatOver(
  image: HTMLImageElement,
  map: readonly number[],
  overlay: Overlay,
): (() => OverlayItem) | undefined {
  if (!createPictureMeter(image)()) return undefined
  return () => {
    const canvas = createElement('canvas')
    canvas.width = canvas.height = CANVAS_SIDE_PX
    paintHeat(canvas, map)
    const layer = createElement('div', 'heat')
    layer.append(canvas)
    return overlay.place(image, layer, { anchor: createHeatAnchor(image) })
  }
}

/** On the whole image, clipped to the visible part of its picture. */
function createHeatAnchor(image: HTMLImageElement): Anchor {
  const url = image.currentSrc
  const measure = createPictureMeter(image)
  return ({ element, visible }) => {
    const painted = measure()
    // The image may show another picture by now.
    if (!painted || image.currentSrc !== url) return undefined
    const box = image.getBoundingClientRect()
    const seen = cutOffFixedLayers(element, overlapOf(painted.frame, visible))
    if (isEmpty(seen)) return undefined
    return { x: box.left, y: box.top, css: heatStyle(box, seen, painted.picture, getComputedStyle(image).borderRadius) }
  }
}

/**
 * Style of a layer on an image, clipped to what is seen, with the picture's box for the canvas.
 * @param box of the image
 * @param radius computed `border-radius` of the image
 */
export function heatStyle(box: Box, seen: Box, picture: Box, radius: string): string {
  const px = (value: number) => `${value.toFixed(1)}px`
  const insets = [seen.top - box.top, box.right - seen.right, box.bottom - seen.bottom, seen.left - box.left]
  return [
    `width: ${px(box.right - box.left)}`,
    `height: ${px(box.bottom - box.top)}`,
    `border-radius: ${radius}`,
    `clip-path: inset(${insets.map(px).join(' ')})`,
    `--left: ${px(picture.left - box.left)}`,
    `--top: ${px(picture.top - box.top)}`,
    `--width: ${px(picture.right - picture.left)}`,
    `--height: ${px(picture.bottom - picture.top)}`,
  ].join('; ')
}
