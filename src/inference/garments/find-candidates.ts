import { cropOf, type RgbPicture } from '../../garments/crop.ts'
import { decodeGarments } from '../../garments/decode-garments.ts'
import type { FoundGarment } from '../../garments/found-garment.ts'
import { intoSquare, letterboxOf } from '../../garments/letterbox.ts'
import type { Detector, DetectorFiles } from '../../network/detector.ts'
import type { Resampler } from '../resample/resampler.ts'
import { fromRgb } from '../resample/source.ts'

/** A garment that the detector has found. */
export interface Candidate {
  /** With the score of the detector alone. */
  found: FoundGarment
  /** The network's input for its crop: RGB bytes [side, side, 3]. */
  pixels: Uint8Array
  /** Size of the crop in pixels of the picture. */
  natural: { width: number; height: number }
}

export interface Candidates {
  candidates: Candidate[]
  /** Time of the detector alone. */
  milliseconds: number
}

interface FinderParts {
  detector: Detector
  card: DetectorFiles['card']
  resampler: Resampler
  /** Side of the classifier's input, pixels. */
  cropSide: number
}

/** What a picture has at most: more than anybody wears, and few enough for the classifier. */
const MAX_COUNT = 24

/**
 * Finds what may be a garment.
 * @param leastScore of the detector, 0..1
 * @returns the best first
 */
export async function findCandidates(
  picture: RgbPicture,
  leastScore: number,
  { detector, card, resampler, cropSide }: FinderParts,
): Promise<Candidates> {
  const letterbox = letterboxOf(picture, card.inputSize)
  const square = intoSquare(await resampled(picture, letterbox), letterbox, card.inputSize)
  const start = performance.now()
  const found = decodeGarments(detector.detect(square), card, letterbox, leastScore).slice(0, MAX_COUNT)
  const milliseconds = performance.now() - start
  const candidates: Candidate[] = []
  for (const one of found) {
    const crop = cropOf(picture, one.box)
    const pixels = await resampled(crop, { width: cropSide, height: cropSide })
    candidates.push({ found: one, pixels, natural: { width: crop.width, height: crop.height } })
  }
  return { candidates, milliseconds }

  function resampled({ pixels, width, height }: RgbPicture, to: { width: number; height: number }) {
    return resampler.resample(fromRgb(pixels, { width, height }), to)
  }
}
