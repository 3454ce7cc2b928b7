import { type Finder, ownKey } from './picture.ts'

/** Pixels on a side of the small copy by which a canvas is known again. */
const SIDE = 16
/** Milliseconds without a change after which a canvas is a picture, and no longer an animation. */
const STILL = 400

const prints = new WeakMap<HTMLCanvasElement, { print: number; since: number }>()

/** `<canvas>`: nothing tells that one is drawn on, so each look compares it with the look before. */
export const findCanvas: Finder = element => {
  if (!(element instanceof HTMLCanvasElement)) return undefined
  const print = printOf(element)
  if (print === 0) return { skipped: 'blank' }
  const last = prints.get(element)
  const now = performance.now()
  if (last?.print !== print) prints.set(element, { print, since: now })
  if (last?.print !== print || now - last.since < STILL) return { skipped: 'moving' }
  return { key: ownKey(element, print), url: '', drawable: element }
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
