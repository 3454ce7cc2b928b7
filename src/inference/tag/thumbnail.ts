import type { PixelSize } from '../pixel-size.ts'
import type { Resampler } from '../resample/resampler.ts'
import { fromRgb } from '../resample/source.ts'

/** Maximum length of the longer side. */
const MAX_SIDE_PX = 128

/** Reused buffers: as garbage, those of hundreds of pictures would pile up. */
let rgb: Uint8Array | undefined
let thumbnail: ImageData | undefined

/**
 * Makes a small picture for the history in the original aspect ratio. The network's input is never smaller, and is already
 * flattened onto white.
 * @param pixels RGB bytes [side, side, 3]
 * @param natural size of the picture in the file
 * @returns opaque RGBA, valid until the next call
 */
export async function makeThumbnail(resampler: Resampler, pixels: Uint8Array, natural: PixelSize): Promise<ImageData> {
  const side = Math.sqrt(pixels.length / 3)
  const scale = Math.min(1, MAX_SIDE_PX / Math.max(natural.width, natural.height))
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
