import { inTime } from '../picture-error.ts'
import type { PixelSize } from '../pixel-size.ts'
import { fromCanvas, type Source } from '../resample/source.ts'
import { animationType } from './animation-type.ts'
import { drawReduced } from './draw-reduced.ts'

/** Number of frames that are tried, evenly spaced within the first so many, because each needs those before it. */
const TRIED_COUNT = 8
const MAX_FRAME_COUNT = 100
/** Largest difference from one colour, in a channel's 0..255, that the noise of a lossy file makes. */
const MAX_NOISE = 4

/** Whether a picture shows nothing but one colour. @param pixels RGB bytes */
export function isBlank(pixels: Uint8Array): boolean {
  return pixels.every((byte, i) => Math.abs(byte - (pixels[i % 3] as number)) <= MAX_NOISE)
}

/**
 * Looks through an animation whose first frame is blank, as where a picture fades in.
 * @param natural its size
 * @param side of the network's input, pixels
 * @param resample makes RGB bytes of that size
 * @param maxMs time limit, milliseconds
 * @returns the pixels of the frame with the most detail; undefined if all are blank or the file is no animation
 */
export async function pixelsOfLaterFrame(
  bytes: Uint8Array<ArrayBuffer>,
  natural: PixelSize,
  side: number,
  resample: (source: Source) => Promise<Uint8Array>,
  maxMs: number,
): Promise<Uint8Array | undefined> {
  const type = animationType(bytes)
  if (!type || !('ImageDecoder' in globalThis)) return undefined
  const deadline = performance.now() + maxMs
  const decoder = new ImageDecoder({ data: bytes, type })
  let best: { pixels: Uint8Array; detail: number } | undefined
  try {
    await inTime(decoder.tracks.ready, maxMs)
    for (const frameIndex of triedFrames(decoder.tracks.selectedTrack?.frameCount ?? 1)) {
      const { image } = await inTime(decoder.decode({ frameIndex }), deadline - performance.now())
      const pixels = await resample(fromCanvas(drawReduced(image, natural, side)))
      image.close()
      const detail = detailIn(pixels)
      if (!isBlank(pixels) && detail > (best?.detail ?? 0)) best = { pixels, detail }
    }
  } catch {
    // The rest is damaged, or takes too long.
  } finally {
    decoder.close()
  }
  return best?.pixels
}

/** Indices of the frames to try; the first is known. */
export function triedFrames(frameCount: number): number[] {
  const last = Math.min(frameCount, MAX_FRAME_COUNT) - 1
  const indices = Array.from({ length: TRIED_COUNT }, (_, i) => Math.ceil(((i + 1) * last) / TRIED_COUNT))
  return [...new Set(indices)].filter(index => index > 0)
}

/** The sum of differences between neighbours in a row. @param pixels RGB bytes */
function detailIn(pixels: Uint8Array): number {
  let sum = 0
  for (let i = 3; i < pixels.length; i++) sum += Math.abs((pixels[i] as number) - (pixels[i - 3] as number))
  return sum
}
