import { headerSize, type Size } from './header-size.ts'
import { spareFactor, spareSize } from './spare-size.ts'

/** Types by how their files begin. */
const signatures: Record<string, string> = { ffd8: 'image/jpeg', '89504e47': 'image/png', '52494646': 'image/webp' }
/** JPEG decoders scale down to this at most, for free: what is finer than that is not even computed. */
const MOST_JPEG = 8

/**
 * Decodes a JPEG, PNG or WebP without a canvas, a large JPEG at a fraction of its size.
 * @param side that the picture is to be squashed to
 * @returns undefined where a canvas is quicker, or alone gives the right pixels: for what is larger than is of use, or turned
 * by its file, or none of these
 */
export async function decodeFrame(bytes: ArrayBuffer, side: number): Promise<ImageData | undefined> {
  const type = typeOf(bytes)
  const size = headerSize(bytes)
  if (!('ImageDecoder' in globalThis) || !type || !size) return undefined
  const factor = type === 'image/jpeg' ? jpegFactor(size, side) : 1
  const desired = { desiredWidth: Math.ceil(size.width / factor), desiredHeight: Math.ceil(size.height / factor) }
  const spare = spareSize(size, side)
  if (desired.desiredWidth > spare.width || desired.desiredHeight > spare.height) return undefined
  const decoder = new ImageDecoder({ data: bytes, type, preferAnimation: false, ...(factor > 1 && desired) })
  try {
    const { image } = await decoder.decode()
    try {
      return await pixelsOf(image)
    } finally {
      image.close()
    }
  } catch {
    // A damaged file, of which a canvas may still show a part; or more than 8 bits a colour.
    return undefined
  } finally {
    decoder.close()
  }
}

async function pixelsOf(frame: VideoFrame): Promise<ImageData | undefined> {
  const { rotation, flip } = frame as VideoFrame & { rotation?: number; flip?: boolean }
  const rect = frame.visibleRect
  if (rotation || flip || !rect) return undefined
  const format = { format: 'RGBA', colorSpace: 'srgb' } as const
  const pixels = new Uint8ClampedArray(frame.allocationSize(format))
  await frame.copyTo(pixels, format)
  return new ImageData(pixels, rect.width, rect.height)
}

/** Of both sides alike. */
function jpegFactor({ width, height }: Size, side: number): number {
  return Math.min(MOST_JPEG, spareFactor(width, side), spareFactor(height, side))
}

function typeOf(bytes: ArrayBuffer): string | undefined {
  const start = new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength))
  const hex = Array.from(start, byte => byte.toString(16).padStart(2, '0')).join('')
  return Object.entries(signatures).find(([signature]) => hex.startsWith(signature))?.[1]
}
