import { createTurns } from '../../../async/serial-queue.ts'
import { within } from '../../../async/with-timeout.ts'
import { isHtmlElement } from '../dom/element-type.ts'
import { rectOf } from '../dom/unclobbered.ts'
import type { Picture } from '../find/picture.ts'

type Drawable = NonNullable<Picture['drawable']>

/** Longer side of a picture that is read from the page itself: more than the network can see. Pixels. */
const MAX_SIDE = 1024
/** Milliseconds for opening a drawing. */
const PATIENCE = 10_000

/** Each drawing is a task of its own: a page may have hundreds of canvases on screen. */
const inTurn = createTurns()

/**
 * What the page shows, as a PNG; undefined where the browser lets nobody see it. What came without CORS headers, or without
 * the page asking for them, taints a canvas; one pixel tells.
 */
export function drawInPage(drawable: Drawable): Promise<Blob | undefined> {
  return inTurn(() => drawNow(drawable))
}

async function drawNow(drawable: Drawable): Promise<Blob | undefined> {
  const { width, height } = sizeOf(drawable)
  if (!width || !height) return undefined
  try {
    draw(drawable, 1, 1).getContext('2d')?.getImageData(0, 0, 1, 1)
    const scale = Math.min(1, MAX_SIDE / Math.max(width, height))
    return await draw(drawable, width * scale, height * scale).convertToBlob()
  } catch {
    return undefined
  }
}

function sizeOf(drawable: Drawable): { width: number; height: number } {
  if (isHtmlElement(drawable, 'img')) return { width: drawable.naturalWidth, height: drawable.naturalHeight }
  if (isHtmlElement(drawable, 'video')) return { width: drawable.videoWidth, height: drawable.videoHeight }
  return isHtmlElement(drawable, 'canvas') ? drawable : rectOf(drawable)
}

function draw(drawable: Drawable, width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(Math.ceil(width), Math.ceil(height))
  canvas.getContext('2d')?.drawImage(drawable, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** An SVG file as a PNG; undefined where it is damaged. */
export async function drawFile(file: Blob): Promise<Blob | undefined> {
  const url = URL.createObjectURL(file)
  try {
    const image = new Image()
    const opened = new Promise<void>((resolve, reject) => {
      image.onload = () => resolve()
      image.onerror = () => reject(new Error('No drawing.'))
    })
    image.src = url
    await within(opened, PATIENCE, () => new Error('Too slow.'))
    return await drawInPage(image)
  } catch {
    return undefined
  } finally {
    URL.revokeObjectURL(url)
  }
}
