import { predictPicture } from '../../src/apparel/predict-picture.ts'
import { withoutInner } from '../../src/garments/inner-garments.ts'
import { nameGarment } from '../../src/garments/name-garment.ts'
import type { NamedGarment } from '../../src/garments/picture-garments.ts'
import { leastDetectorScore } from '../../src/garments/score/score.ts'
import { findCandidates } from '../../src/inference/garments/find-candidates.ts'
import { Resampler } from '../../src/inference/resample/resampler.ts'
import { openIntegerDetector } from '../../src/network/integer/open-integer-detector.ts'
import { MODEL, openShippedNetwork } from '../evaluation/shipped-network.ts'
import { median } from '../evaluation/statistics.ts'
import { readKernels } from '../kernels.ts'
import { openWholeReader } from '../network-input.ts'
import type { JudgedOutfit } from './outfit-figures.ts'
import type { Outfit } from './read-boxes.ts'
import { readDetectorFiles } from './shipped-detector.ts'

/** Average precision reads the whole curve, so garments that are never shown count too. */
const LEAST_SCORE = 0.02

/** Median times per picture in milliseconds, without decoding and resampling. */
export interface OutfitTimes {
  /** Of the detector and of the classifier on the crops that the extension would look at. */
  milliseconds: number
  detectorMilliseconds: number
  /** Of the classifier on one crop. */
  classifierMilliseconds: number
}

/** Searches each photograph as the extension does. Only the ratio of the times says something on a busy machine. */
export async function judgeOutfits(outfits: Outfit[], folder: string) {
  const files = await readDetectorFiles(folder)
  const { card } = files
  const detector = await openIntegerDetector(files)
  const classifier = await openShippedNetwork(MODEL)
  const resampler = await Resampler.open(await readKernels('resample'))
  const parts = { detector, card, resampler, cropSide: classifier.card.inputSize }
  const whole = await openWholeReader(2 * card.inputSize)
  const judged: JudgedOutfit[] = []
  const unreadable: string[] = []
  const times: OutfitTimes[] = []
  for (const { file, boxes } of outfits) {
    const picture = await whole(file).catch(() => null)
    if (!picture) {
      unreadable.push(file)
      continue
    }
    const { candidates, milliseconds } = await findCandidates(picture, LEAST_SCORE, parts)
    const found: NamedGarment[] = []
    const cropTimes: number[] = []
    for (const { found: alone, pixels } of candidates) {
      const start = performance.now()
      const output = await classifier.outputsOf(pixels)
      if (alone.score >= leastDetectorScore(card.threshold)) cropTimes.push(performance.now() - start)
      const named = nameGarment(alone, predictPicture(output, classifier.card), output.kinds, classifier.card.kinds)
      if (named) found.push(named)
    }
    const isShown = ({ score }: NamedGarment) => score >= card.threshold
    const shown = withoutInner(found.filter(isShown))
    judged.push({ boxes, found: [...shown, ...found.filter(one => !isShown(one))] })
    times.push({
      milliseconds: cropTimes.reduce((sum, time) => sum + time, milliseconds),
      detectorMilliseconds: milliseconds,
      classifierMilliseconds: median(cropTimes),
    })
  }
  return { card, judged, unreadable, times: medians(times) }
}

function medians(times: OutfitTimes[]): OutfitTimes {
  const of = (key: keyof OutfitTimes) => median(times.map(one => one[key]).filter(Number.isFinite))
  return {
    milliseconds: of('milliseconds'),
    detectorMilliseconds: of('detectorMilliseconds'),
    classifierMilliseconds: of('classifierMilliseconds'),
  }
}
