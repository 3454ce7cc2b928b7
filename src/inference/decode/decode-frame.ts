import type { Size } from '../pixel-size.ts'
import type { Format, Source } from '../resample/source.ts'
import { headerSize } from './header-size.ts'
import { reductionFactor } from './reduced-size.ts'

/** A picture as its decoder leaves it, which takes a canvas's part of the time and of the memory. */
export interface Frame {
  source: Source
  /** Its size in its file. */
  natural: Size
  close(): void
}

/** JPEG decoders scale down by this at most, for free: what is finer is not even computed. */
const MOST = 8
/** What has more than these once decoded is drawn smaller by a canvas instead: they would fill the memory, 4 bytes each. */
const MOST_PIXELS = 2e6
/** Up to this many columns of chroma decoders of JPEG repeat them instead of making them smooth. */
const COARSE = 2

const kinds = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' } as const
type Kind = keyof typeof kinds

/**
 * Decodes a file without a canvas. Of a JPEG that is much larger than what it is squashed to, a half, a quarter or an eighth.
 * @param side that the picture is to be squashed to
 * @returns undefined where a canvas is needed: to draw a huge picture smaller, to turn one as its file says, to convert its
 * colours, or to show as much of a damaged one as there is
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

function desiredSize(natural: Size, kind: Kind, side: number): Size | undefined {
  const factor =
    kind === 'jpeg' ? Math.min(MOST, ...[natural.width, natural.height].map(l => reductionFactor(l, side))) : 1
  const size = { width: Math.ceil(natural.width / factor), height: Math.ceil(natural.height / factor) }
  return size.width * size.height > MOST_PIXELS ? undefined : size
}

function sourceOf(frame: VideoFrame, kind: Kind): Source | undefined {
  const { rotation, flip, visibleRect, colorSpace } = frame as VideoFrame & { rotation?: number; flip?: boolean }
  const format = formatOf(frame, kind)
  const isPlain = colorSpace.primaries === 'bt709' && colorSpace.transfer === 'iec61966-2-1'
  if (rotation || flip || !visibleRect || !format || !isPlain) return undefined
  const { width, height } = visibleRect
  if (kind === 'jpeg' && typeof format === 'object' && format.chroma.columns === 2 && width <= 2 * COARSE)
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
