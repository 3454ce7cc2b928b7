import { createSerialQueue } from '../../../async/serial-queue.ts'
import type { BoxSize } from '../dom/box.ts'
import { isHtmlElement } from '../dom/element-type.ts'
import { rectOf } from '../dom/unclobbered.ts'
import type { Picture } from '../find/picture.ts'

type Drawable = NonNullable<Picture['drawable']>

/** Longer side of a picture that is drawn in the page: more than the network can see. */
const MAX_SIDE_PX = 1024
const OPEN_TIMEOUT_MS = 10_000

/** Each picture is drawn in a task of its own: a page may have hundreds of canvases on screen. */
const inTurn = createSerialQueue()

/**
 * Draws what the page shows as a PNG; undefined if the browser forbids reading it. A picture that was served without CORS
 * headers, or requested without CORS, taints a canvas. Reading one pixel is enough to find out.
 */
export function drawInPage(drawable: Drawable): Promise<Blob | undefined> {
  return inTurn(() => drawNow(drawable))
}

async function drawNow(drawable: Drawable): Promise<Blob | undefined> {
  const { width, height } = sizeOf(drawable)
  if (!width || !height) return undefined
  try {
    draw(drawable, 1, 1).getContext('2d')?.getImageData(0, 0, 1, 1)
    const scale = Math.min(1, MAX_SIDE_PX / Math.max(width, height))
    return await draw(drawable, width * scale, height * scale).convertToBlob()
  } catch {
    return undefined
  }
}

function sizeOf(drawable: Drawable): BoxSize {
  if (isHtmlElement(drawable, 'img')) return { width: drawable.naturalWidth, height: drawable.naturalHeight }
  if (isHtmlElement(drawable, 'video')) return { width: drawable.videoWidth, height: drawable.videoHeight }
  return isHtmlElement(drawable, 'canvas') ? drawable : rectOf(drawable)
}

function draw(drawable: Drawable, width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(Math.ceil(width), Math.ceil(height))
  canvas.getContext('2d')?.drawImage(drawable, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** Draws an SVG file as a PNG; undefined for a damaged file. */
export async function drawFile(file: Blob): Promise<Blob | undefined> {
  const url = URL.createObjectURL(file)
  try {
    const image = new Image()
    const opened = new Promise((resolve, reject) => {
      image.onload = resolve
      image.onerror = reject
      setTimeout(reject, OPEN_TIMEOUT_MS)
    })
    image.src = url
    await opened
    return await drawInPage(image)
  } catch {
    return undefined
  } finally {
    URL.revokeObjectURL(url)
  }
}
