import { isHtmlElement } from '../dom/element-type.ts'
import { type Finder, ownKey } from './picture.ts'

/** Side of the small copy whose hash identifies what is drawn. */
const COPY_SIDE_PX = 16
/** Time without a change after which a canvas counts as a picture instead of an animation. */
const STILL_MS = 400
/** Minimum interval between copies. The page may draw in each frame, and copying from a GPU is slow. */
const THROTTLE_MS = 200

interface CanvasState {
  hash: number
  /** When the canvas was first and last seen with this hash; milliseconds. */
  since: number
  seen: number
}

const states = new WeakMap<HTMLCanvasElement, CanvasState>()

/** `<canvas>`: no event tells that a canvas is drawn on, so each look compares it with the last. */
export const findCanvas: Finder = element => {
  if (!isHtmlElement(element, 'canvas')) return undefined
  const { hash, since, seen } = updateState(element)
  if (hash === 0) return { skipped: 'blank' }
  if (seen - since < STILL_MS) return { skipped: 'moving' }
  return { key: ownKey(element, hash), url: '', drawable: element }
}

function updateState(canvas: HTMLCanvasElement): CanvasState {
  const now = performance.now()
  const last = states.get(canvas)
  if (last && now - last.seen < THROTTLE_MS) return last
  const hash = hashOf(canvas)
  const current = { hash, since: last?.hash === hash ? last.since : now, seen: now }
  states.set(canvas, current)
  return current
}

/** 0 for an empty canvas, 1 for a tainted one. */
function hashOf(canvas: HTMLCanvasElement): number {
  if (canvas.width === 0 || canvas.height === 0) return 0
  const context = new OffscreenCanvas(COPY_SIDE_PX, COPY_SIDE_PX).getContext('2d', { willReadFrequently: true })
  try {
    context?.drawImage(canvas, 0, 0, COPY_SIDE_PX, COPY_SIDE_PX)
    const pixels = context?.getImageData(0, 0, COPY_SIDE_PX, COPY_SIDE_PX).data
    return pixels?.reduce((hash, value) => (Math.imul(hash, 31) + value) >>> 0, 0) ?? 0
  } catch {
    return 1
  }
}
