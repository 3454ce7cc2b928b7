import type { Box, BoxSize } from './box.ts'

/** Width of border and padding on each side, in CSS pixels of the layout. */
export type Edges = Record<'left' | 'top' | 'right' | 'bottom', number>

/** An image as it is laid out and painted. */
interface ImageBox {
  /** Its border box in pixels of the viewport. */
  box: Box
  /** Size of the border box before transforms scale it. */
  layout: BoxSize
  edges: Edges
}

/**
 * Where an image paints its picture, as CSS sizes and positions it (https://www.w3.org/TR/css-images-3/#sizing).
 * @param natural size of the picture
 * @param fit computed `object-fit`
 * @param position computed `object-position`
 * @returns pixels of the viewport: the content box, and the whole picture before it is cropped to that; undefined for a
 *   position that mixes units
 */
export function paintedBoxes(
  { box, layout, edges }: ImageBox,
  natural: BoxSize,
  fit: string,
  position: string,
): { frame: Box; picture: Box } | undefined {
  // Style is in pixels before transforms.
  const scaleX = (box.right - box.left) / layout.width
  const scaleY = (box.bottom - box.top) / layout.height
  const frame = {
    left: box.left + edges.left * scaleX,
    top: box.top + edges.top * scaleY,
    right: box.right - edges.right * scaleX,
    bottom: box.bottom - edges.bottom * scaleY,
  }
  const room = { width: (frame.right - frame.left) / scaleX, height: (frame.bottom - frame.top) / scaleY }
  const size = fittedSize(fit, room, natural)
  const [x, y] = position.split(' ')
  const offsetX = offsetOf(x, room.width - size.width)
  const offsetY = offsetOf(y, room.height - size.height)
  if (offsetX === undefined || offsetY === undefined) return undefined
  const [left, top] = [frame.left + offsetX * scaleX, frame.top + offsetY * scaleY]
  return { frame, picture: { left, top, right: left + size.width * scaleX, bottom: top + size.height * scaleY } }
}

function fittedSize(fit: string, room: BoxSize, natural: BoxSize): BoxSize {
  if (fit === 'fill') return room
  const [scaleX, scaleY] = [room.width / natural.width, room.height / natural.height]
  const contain = Math.min(scaleX, scaleY)
  const scale = { contain, cover: Math.max(scaleX, scaleY), 'scale-down': Math.min(1, contain) }[fit] ?? 1
  return { width: natural.width * scale, height: natural.height * scale }
}

/** Pixels of one coordinate of a computed `object-position`. @param free room that the picture leaves; may be negative */
function offsetOf(position: string | undefined, free: number): number | undefined {
  const [, number, unit] = /^(-?[\d.]+)(%|px)$/.exec(position ?? '') ?? []
  if (number === undefined) return undefined
  return unit === '%' ? (Number(number) / 100) * free : Number(number)
}
