import type { Size } from '../pixel-size.ts'
import type { Resampler } from '../resample/resampler.ts'
import { fromRgb } from '../resample/source.ts'

/** Of its longer side at most, pixels. */
const SIDE = 128

/** Of the latest one. As garbage, those of hundreds of pictures would pile up. */
let rgb: Uint8Array | undefined
let thumbnail: ImageData | undefined

/**
 * A small picture for the history, in its own shape again. What the network sees is never smaller, and lies on white already.
 * @param pixels RGB bytes [side, side, 3]
 * @param natural size of the picture in its file
 * @returns opaque RGBA, until the next one is made
 */
export async function makeThumbnail(resampler: Resampler, pixels: Uint8Array, natural: Size): Promise<ImageData> {
  const side = Math.sqrt(pixels.length / 3)
  const scale = Math.min(1, SIDE / Math.max(natural.width, natural.height))
  const width = Math.max(1, Math.round(natural.width * scale))
  const height = Math.max(1, Math.round(natural.height * scale))
  rgb = await resampler.resample(fromRgb(pixels, { width: side, height: side }), { width, height }, rgb)
  if (thumbnail?.width !== width || thumbnail.height !== height) thumbnail = new ImageData(width, height)
  const { data } = thumbnail
  for (let from = 0, to = 0; to < data.length; from += 3, to += 4) {
    data[to] = rgb[from] as number
    data[to + 1] = rgb[from + 1] as number
    data[to + 2] = rgb[from + 2] as number
    data[to + 3] = 255
  }
  return thumbnail
}

/** One for all: each would stay until the collector comes for it. */
let canvas: OffscreenCanvas | undefined

/** A WebP file of it; one at a time. */
export async function encodeThumbnail(pixels: ImageData): Promise<Uint8Array<ArrayBuffer>> {
  canvas ??= new OffscreenCanvas(pixels.width, pixels.height)
  Object.assign(canvas, { width: pixels.width, height: pixels.height })
  canvas.getContext('2d', { willReadFrequently: true })?.putImageData(pixels, 0, 0)
  const file = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 })
  return new Uint8Array(await file.arrayBuffer())
}
