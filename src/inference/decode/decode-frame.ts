import type { PixelSize } from '../pixel-size.ts'
import type { Format, Source } from '../resample/source.ts'
import { headerSize } from './header-size.ts'
import { reductionFactor } from './reduced-size.ts'

/** A decoded picture in the decoder's own format, which takes a fraction of a canvas's time and memory. */
export interface Frame {
  source: Source
  /** Its size in the file. */
  natural: PixelSize
  close(): void
}

/** JPEG decoders reduce the size by up to this factor for free, because they skip the finer coefficients. */
const MAX_JPEG_REDUCTION = 8
/** Larger pictures are reduced by a canvas instead: at 4 bytes per pixel they would fill the memory. */
const MAX_FRAME_PIXELS = 2e6
/** Up to this many columns of chroma, JPEG decoders repeat the samples instead of interpolating. */
const MAX_UNINTERPOLATED_COLUMNS = 2

const kinds = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' } as const
type Kind = keyof typeof kinds

/**
 * Decodes a file without a canvas. A JPEG much larger than `side` is decoded at a half, a quarter or an eighth of its size.
 * @param side of the square that the picture will be resampled to, pixels
 * @returns undefined if a canvas is needed: to reduce a huge picture, apply its orientation, convert its colours, or show
 * the intact part of a damaged file
 */
export async function decodeFrame(bytes: Uint8Array<ArrayBuffer>, side: number): Promise<Frame | undefined> {
  const natural = headerSize(bytes)
  const kind = natural && kindOf(bytes)
  const desired = kind && desiredSize(natural, kind, side)
  if (!('ImageDecoder' in globalThis) || !desired) return undefined
  const scale = desired.width < natural.width && { desiredWidth: desired.width, desiredHeight: desired.height }
  const decoder = new ImageDecoder({ data: bytes, type: kinds[kind], ...scale })
  try {
    const { image } = await decoder.decode()
    const source = sourceOf(image, kind)
    if (source) return { source, natural, close: () => image.close() }
    image.close()
  } catch {
    // A damaged file.
  } finally {
    decoder.close()
  }
  return undefined
}

function kindOf([first]: Uint8Array): Kind | undefined {
  return first === 0xff ? 'jpeg' : first === 0x89 ? 'png' : first === 0x52 ? 'webp' : undefined
}

function desiredSize(natural: PixelSize, kind: Kind, side: number): PixelSize | undefined {
  const factor =
    kind === 'jpeg'
      ? Math.min(MAX_JPEG_REDUCTION, ...[natural.width, natural.height].map(l => reductionFactor(l, side)))
      : 1
  const size = { width: Math.ceil(natural.width / factor), height: Math.ceil(natural.height / factor) }
  return size.width * size.height > MAX_FRAME_PIXELS ? undefined : size
}

function sourceOf(frame: VideoFrame, kind: Kind): Source | undefined {
  const { rotation, flip, visibleRect, colorSpace } = frame as VideoFrame & { rotation?: number; flip?: boolean }
  const format = formatOf(frame, kind)
  const isPlain = colorSpace.primaries === 'bt709' && colorSpace.transfer === 'iec61966-2-1'
  if (rotation || flip || !visibleRect || !format || !isPlain) return undefined
  const { width, height } = visibleRect
  if (
    kind === 'jpeg' &&
    typeof format === 'object' &&
    format.chroma.columns === 2 &&
    width <= 2 * MAX_UNINTERPOLATED_COLUMNS
  )
    return undefined
  return { width, height, format, bytes: frame.allocationSize(), write: to => frame.copyTo(to) }
}

function formatOf({ format }: VideoFrame, kind: Kind): Format | undefined {
  if (format === 'RGBX' || format === 'BGRX' || format === 'RGBA' || format === 'BGRA') return format
  if (kind === 'webp') return format === 'I420' ? { chroma: { columns: 2, rows: 2 }, of: kind } : undefined
  if (kind !== 'jpeg') return undefined
  if (format === 'I420') return { chroma: { columns: 2, rows: 2 }, of: kind }
  if (format === 'I422') return { chroma: { columns: 2, rows: 1 }, of: kind }
  return format === 'I444' ? { chroma: { columns: 1, rows: 1 }, of: kind } : undefined
}
