import { isHtmlElement } from '../dom/element-type.ts'
import { type Finder, ownKey } from './picture.ts'

/** Pixels on a side of the small copy by which a canvas is known again. */
const SIDE = 16
/** Milliseconds without a change after which a canvas is a picture, and no longer an animation. */
const STILL = 400

/** Milliseconds between two copies: the page may change in each frame, and a copy from a GPU takes long. */
const REST = 200

interface Look {
  print: number
  /** When it was first seen so, and when it was seen last; milliseconds. */
  since: number
  seen: number
}

const looks = new WeakMap<HTMLCanvasElement, Look>()

/** `<canvas>`: nothing tells that one is drawn on, so each look compares it with the look before. */
export const findCanvas: Finder = element => {
  if (!isHtmlElement(element, 'canvas')) return undefined
  const { print, since, seen } = look(element)
  if (print === 0) return { skipped: 'blank' }
  if (seen - since < STILL) return { skipped: 'moving' }
  return { key: ownKey(element, print), url: '', drawable: element }
}

function look(canvas: HTMLCanvasElement): Look {
  const now = performance.now()
  const last = looks.get(canvas)
  if (last && now - last.seen < REST) return last
  const print = printOf(canvas)
  const current = { print, since: last?.print === print ? last.since : now, seen: now }
  looks.set(canvas, current)
  return current
}

/** A number that changes with the canvas; 0 where nothing is drawn, 1 where the browser lets nobody look. */
function printOf(canvas: HTMLCanvasElement): number {
  if (canvas.width === 0 || canvas.height === 0) return 0
  const context = new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true })
  try {
    context?.drawImage(canvas, 0, 0, SIDE, SIDE)
    const pixels = context?.getImageData(0, 0, SIDE, SIDE).data
    return pixels?.reduce((print, value) => (Math.imul(print, 31) + value) >>> 0, 0) ?? 0
  } catch {
    return 1
  }
}
