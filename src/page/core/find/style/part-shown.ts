import type { SkipReason } from '../kinds.ts'
import { MIN_SIDE_PX, type Size } from '../picture.ts'
import { itemsOf } from './css-image.ts'

/** A box that shows less than this of a picture shows something else than the picture. */
const LEAST_SHARE = 0.5

/**
 * Why a layer of background or mask does not show its picture as such, as far as its style tells: it does not know how
 * large a picture is that keeps its own size. (https://www.w3.org/TR/css-backgrounds-3/#background-size)
 * @param property `background` or `mask`
 * @param layer from 0, as in the list of images
 */
export function whyNotWhole(
  style: CSSStyleDeclaration,
  property: 'background' | 'mask',
  layer: number,
  box: () => Size,
): SkipReason | undefined {
  const valuesOf = (name: string) => {
    const items = itemsOf(style.getPropertyValue(`${property}-${name}`))
    return (items[layer % items.length] ?? '').split(' ')
  }
  const [across = 'auto', down = 'auto'] = valuesOf('size')
  if (across === 'cover' || across === 'contain') return undefined
  const [x = '', y = ''] = valuesOf('position')
  if (across === 'auto' && down === 'auto' && !isBack(x) && !isBack(y)) return undefined
  const { width, height } = box()
  const sizes = [pixelsOf(across, width), pixelsOf(down, height)]
  if (sizes.some(size => size !== undefined && size < MIN_SIDE_PX)) return 'small'
  const share = shareOf(x, sizes[0], width) * shareOf(y, sizes[1], height)
  return share < LEAST_SHARE ? 'sprite' : undefined
}

/** How much of one side is inside of the box. A picture of unknown size that is pulled back is on a sheet of others. */
function shareOf(position: string, size: number | undefined, room: number): number {
  if (size === undefined) return isBack(position) ? 0 : 1
  const start = pixelsOf(position, room - size) ?? 0
  return Math.max(0, Math.min(room, start + size) - Math.max(0, start)) / size
}

function isBack(position: string): boolean {
  return /^-[\d.]+px$/.test(position) && Number.parseFloat(position) < 0
}

/** Pixels of a computed length or percentage; undefined for `auto` and what mixes both. */
function pixelsOf(value: string, whole: number): number | undefined {
  const [, number, unit] = /^(-?[\d.]+)(px|%)$/.exec(value) ?? []
  return number === undefined ? undefined : unit === '%' ? (Number(number) / 100) * whole : Number(number)
}
