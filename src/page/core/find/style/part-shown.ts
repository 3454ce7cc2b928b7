import type { BoxSize } from '../../dom/box.ts'
import type { SkipReason } from '../kinds.ts'
import { MIN_SIDE_PX } from '../picture.ts'
import { itemsOf } from './css-image.ts'

/** Minimum share of a picture that a box must show. A smaller part does not stand for the picture. */
const MIN_SHARE = 0.5

/**
 * Why a layer of a background or mask does not show its picture as a whole, as far as its style tells: the natural size of
 * a picture is unknown. (https://www.w3.org/TR/css-backgrounds-3/#background-size)
 * @param layer index in the list of images
 */
export function whyNotWhole(
  style: CSSStyleDeclaration,
  property: 'background' | 'mask',
  layer: number,
  boxSize: () => BoxSize,
): SkipReason | undefined {
  const valuesOf = (name: string) => {
    const items = itemsOf(style.getPropertyValue(`${property}-${name}`))
    return (items[layer % items.length] ?? '').split(' ')
  }
  const [sizeX = 'auto', sizeY = 'auto'] = valuesOf('size')
  if (sizeX === 'cover' || sizeX === 'contain') return undefined
  const [x = '', y = ''] = valuesOf('position')
  if (sizeX === 'auto' && sizeY === 'auto' && !isNegative(x) && !isNegative(y)) return undefined
  const box = boxSize()
  const sizes = [pixelsOf(sizeX, box.width), pixelsOf(sizeY, box.height)]
  if (sizes.some(size => size !== undefined && size < MIN_SIDE_PX)) return 'small'
  const share = shownShare(x, sizes[0], box.width) * shownShare(y, sizes[1], box.height)
  return share < MIN_SHARE ? 'sprite' : undefined
}

/** Share of one dimension that is inside the box. A picture of unknown size at a negative offset is on a sprite sheet. */
function shownShare(position: string, size: number | undefined, room: number): number {
  if (size === undefined) return isNegative(position) ? 0 : 1
  const start = pixelsOf(position, room - size) ?? 0
  return Math.max(0, Math.min(room, start + size) - Math.max(0, start)) / size
}

function isNegative(position: string): boolean {
  return /^-[\d.]+px$/.test(position) && Number.parseFloat(position) < 0
}

/** Pixels of a computed length or percentage; undefined for `auto`, and for a `calc()` that mixes both. */
function pixelsOf(value: string, whole: number): number | undefined {
  const [, number, unit] = /^(-?[\d.]+)(px|%)$/.exec(value) ?? []
  return number === undefined ? undefined : unit === '%' ? (Number(number) / 100) * whole : Number(number)
}
