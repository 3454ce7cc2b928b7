import sharp from 'sharp'
import { intoSquare, letterboxOf } from '../src/garments/letterbox.ts'
import { reducedSize } from '../src/inference/decode/reduced-size.ts'
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
  return async file => resampler.resample(await decode(file, side), { width: side, height: side })
}

/**
 * Opens a reader that decodes files in the same way and puts the whole picture into a square, as the detector reads it.
 * @param side pixels
 * @returns reads a file as RGB bytes [side, side, 3], and where the picture lies in them; throws UndecodableError
 */
export async function openLetterboxReader(side: number) {
  const resampler = await Resampler.open(await readKernels('resample'))
  return async (file: string | Uint8Array) => {
    const source = await decode(file, side)
    const letterbox = letterboxOf(source, side)
    return { picture: intoSquare(await resampler.resample(source, letterbox), letterbox, side), letterbox }
  }
}

/**
 * Decodes a file as a browser does: upright, in sRGB, and only the first frame of an animation. Truncated files are refused.
 * Large pictures are reduced on the way, to bound time and memory.
 */
async function decode(file: string | Uint8Array, side: number): Promise<Source> {
  try {
    const image = sharp(file, { failOn: 'truncated', limitInputPixels: MAX_PIXELS, autoOrient: true })
    const { autoOrient: size } = await image.metadata()
    const { width, height } = size.width * size.height > MAX_FRAME_PIXELS ? reducedSize(size, side) : size
    // The kernel comes closest to the mean over the pixels that each new one covers.
    const fit = image.resize(width, height, { fit: 'fill', kernel: 'cubic' })
    const { data, info } = await fit.toColourspace('srgb').raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
    return sourceOf(data, info)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new UndecodableError(OVER_LIMIT.test(message) ? 'too_many_pixels' : 'not_a_picture', message)
  }
}

function sourceOf(data: Uint8Array, { width, height, channels }: PixelSize & { channels: number }): Source {
  if (channels === 3) return fromRgb(data, { width, height })
  return fromCanvas({ data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length), width, height })
}
