import type { Box, BoxSize } from '../dom/box.ts'
import type { PaintedPicture } from '../dom/painted-picture.ts'

/** Computed style of one layer of a background. */
interface BackgroundLayer {
  /** Computed `background-size`. */
  size: string
  /** Computed `background-position`. */
  position: string
}

/**
 * Where an element paints the first copy of its background picture (https://www.w3.org/TR/css-backgrounds-3/#background-size).
 * @param frame the part of the element that `background-origin` names, in pixels of the viewport
 * @param scale pixels of the viewport per pixel of the layout, in each direction
 * @param natural size of the picture
 * @returns undefined for values that mix units
 */
export function backgroundBoxes(
  frame: Box,
  scale: { x: number; y: number },
  natural: BoxSize,
  { size, position }: BackgroundLayer,
): PaintedPicture | undefined {
  const room = { width: (frame.right - frame.left) / scale.x, height: (frame.bottom - frame.top) / scale.y }
  const shown = sizeOf(size, room, natural)
  const [x = '', y = ''] = position.split(' ')
  if (!shown) return undefined
  const offsetX = lengthOf(x, room.width - shown.width)
  const offsetY = lengthOf(y, room.height - shown.height)
  if (offsetX === undefined || offsetY === undefined) return undefined
  const [left, top] = [frame.left + offsetX * scale.x, frame.top + offsetY * scale.y]
  return { frame, picture: { left, top, right: left + shown.width * scale.x, bottom: top + shown.height * scale.y } }
}

function sizeOf(size: string, room: BoxSize, natural: BoxSize): BoxSize | undefined {
  const ratio = natural.width / natural.height
  if (size === 'cover' || size === 'contain') {
    const scales = [room.width / natural.width, room.height / natural.height]
    const scale = size === 'cover' ? Math.max(...scales) : Math.min(...scales)
    return { width: natural.width * scale, height: natural.height * scale }
  }
  const [x = 'auto', y = 'auto'] = size.split(' ')
  const width = x === 'auto' ? undefined : lengthOf(x, room.width)
  const height = y === 'auto' ? undefined : lengthOf(y, room.height)
  if ((x !== 'auto' && width === undefined) || (y !== 'auto' && height === undefined)) return undefined
  if (width !== undefined) return { width, height: height ?? width / ratio }
  return height === undefined ? natural : { width: height * ratio, height }
}

/** Pixels of a computed length or percentage; undefined for a `calc()` that mixes both. */
function lengthOf(value: string, whole: number): number | undefined {
  const [, number, unit] = /^(-?[\d.]+)(px|%)$/.exec(value) ?? []
  if (number === undefined) return undefined
  return unit === '%' ? (Number(number) / 100) * whole : Number(number)
}
