import sharp from 'sharp'
import type { RgbPicture } from '../src/garments/crop.ts'
import { reducedSize } from '../src/inference/decode/reduced-size.ts'
import { decodedSide, wantedSize } from '../src/inference/decode/wanted-size.ts'
import type { PixelSize } from '../src/inference/pixel-size.ts'
import { Resampler } from '../src/inference/resample/resampler.ts'
import { fromCanvas, fromRgb, type Source } from '../src/inference/resample/source.ts'
import { readKernels } from './kernels.ts'

/** Must match src/inference/decode/decode-image.ts. */
const MAX_PIXELS = 50e6
/** Larger pictures are decoded at a reduced size, as in src/inference/decode/decode-frame.ts. */
const MAX_FRAME_PIXELS = 2e6
/** sharp's message about a picture above the limit. */
const OVER_LIMIT = /exceeds pixel limit/

/**
 * Turns the path or the bytes of a picture's file into the network's input, RGB bytes [side, side, 3].
 * @throws UndecodableError
 */
export type InputReader = (file: string | Uint8Array) => Promise<Uint8Array>

/** A file that does not decode. */
export class UndecodableError extends Error {
  constructor(
    readonly reason: 'too_many_pixels' | 'not_a_picture',
    detail: string,
  ) {
    super(detail)
  }
}

/**
 * Opens a reader that decodes files as a browser does and resamples them as the extension does.
 * @param side of the network's input, pixels
 */
export async function openInputReader(side: number): Promise<InputReader> {
  const resampler = await Resampler.open(await readKernels('resample'))
  return async file => resampler.resample((await decode(file, side)).source, { width: side, height: side })
}

/**
 * Opens a reader that decodes files in the same way and keeps their shape, as the search for garments reads them.
 * @param longerSide at most, pixels
 * @returns reads a file; throws UndecodableError
 */
export async function openWholeReader(longerSide: number): Promise<(file: string | Uint8Array) => Promise<RgbPicture>> {
  const resampler = await Resampler.open(await readKernels('resample'))
  return async file => {
    const { source, natural } = await decode(file, decodedSide({ longerSide }))
    const size = wantedSize(natural, { longerSide })
    return { pixels: await resampler.resample(source, size), ...size }
  }
}

/**
 * Decodes a file as a browser does: upright, in sRGB, and only the first frame of an animation. Truncated files are refused.
 * Large pictures are reduced on the way, to bound time and memory.
 */
async function decode(file: string | Uint8Array, side: number): Promise<{ source: Source; natural: PixelSize }> {
  try {
    const image = sharp(file, { failOn: 'truncated', limitInputPixels: MAX_PIXELS, autoOrient: true })
    const { autoOrient: natural } = await image.metadata()
    const { width, height } = natural.width * natural.height > MAX_FRAME_PIXELS ? reducedSize(natural, side) : natural
    // The kernel comes closest to the mean over the pixels that each new one covers.
    const fit = image.resize(width, height, { fit: 'fill', kernel: 'cubic' })
    const { data, info } = await fit.toColourspace('srgb').raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
    return { source: sourceOf(data, info), natural }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new UndecodableError(OVER_LIMIT.test(message) ? 'too_many_pixels' : 'not_a_picture', message)
  }
}

function sourceOf(data: Uint8Array, { width, height, channels }: PixelSize & { channels: number }): Source {
  if (channels === 3) return fromRgb(data, { width, height })
  return fromCanvas({ data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length), width, height })
}
