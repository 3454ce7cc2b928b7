import { isUpright } from './is-upright.ts'
import { rectOf } from './unclobbered.ts'
import type { Box } from './visible-box.ts'

/** How an image shows its picture; viewport pixels. */
export interface Painted {
  /** The image without its border and padding: what is outside of it is cropped. */
  frame: Box
  /** The whole picture, as if nothing of it were cropped. */
  picture: Box
}

interface Size {
  width: number
  height: number
}

/**
 * Where an image shows which part of its picture, as CSS fits and positions it
 * (https://www.w3.org/TR/css-images-3/#sizing).
 * @returns measures it as it is at that moment: undefined while the page shows the picture in a way that is not known here
 */
export function measurePainted(image: HTMLImageElement): () => Painted | undefined {
  // Once, as it looks at each ancestor.
  if (!isUpright(image)) return () => undefined
  return () => {
    const style = getComputedStyle(image)
    if (!isWhole(style) || !image.naturalWidth || !image.naturalHeight) return undefined
    const box = rectOf(image)
    // A page may scale what it lays out, and style speaks of pixels before that.
    const scale = { x: box.width / image.offsetWidth, y: box.height / image.offsetHeight }
    const frame = frameOf(box, style, scale)
    const room = { width: (frame.right - frame.left) / scale.x, height: (frame.bottom - frame.top) / scale.y }
    const size = sizeOf(style.objectFit, room, { width: image.naturalWidth, height: image.naturalHeight })
    const [x, y] = style.objectPosition.split(' ')
    const across = offset(x, room.width - size.width)
    const down = offset(y, room.height - size.height)
    if (across === undefined || down === undefined) return undefined
    const [left, top] = [frame.left + across * scale.x, frame.top + down * scale.y]
    return { frame, picture: { left, top, right: left + size.width * scale.x, bottom: top + size.height * scale.y } }
  }
}

/** Upright, and not a part of the picture in place of the picture. */
function isWhole(style: CSSStyleDeclaration): boolean {
  return style.imageOrientation === 'from-image' && ['', 'none'].includes(style.getPropertyValue('object-view-box'))
}

function frameOf(box: Box, style: CSSStyleDeclaration, scale: { x: number; y: number }): Box {
  const pixels = (name: string) => Number.parseFloat(style.getPropertyValue(name))
  const edge = (side: string) => pixels(`border-${side}-width`) + pixels(`padding-${side}`)
  return {
    left: box.left + edge('left') * scale.x,
    top: box.top + edge('top') * scale.y,
    right: box.right - edge('right') * scale.x,
    bottom: box.bottom - edge('bottom') * scale.y,
  }
}

function sizeOf(fit: string, room: Size, natural: Size): Size {
  if (fit === 'fill') return room
  const [across, down] = [room.width / natural.width, room.height / natural.height]
  const contained = Math.min(across, down)
  const scale = { contain: contained, cover: Math.max(across, down), 'scale-down': Math.min(1, contained) }[fit] ?? 1
  return { width: natural.width * scale, height: natural.height * scale }
}

/** One half of a computed `object-position`; undefined for one that mixes units. */
function offset(position: string | undefined, free: number): number | undefined {
  const [, number, unit] = /^(-?[\d.]+)(%|px)$/.exec(position ?? '') ?? []
  if (number === undefined) return undefined
  return unit === '%' ? (Number(number) / 100) * free : Number(number)
}
