import { decodeGarments } from '../../src/garments/decode-garments.ts'
import { openIntegerDetector } from '../../src/network/integer/open-integer-detector.ts'
import { MODEL, openShippedNetwork } from '../evaluation/shipped-network.ts'
import { median } from '../evaluation/statistics.ts'
import { openInputReader, openLetterboxReader } from '../network-input.ts'
import type { JudgedOutfit } from './outfit-figures.ts'
import type { Outfit } from './read-boxes.ts'
import { readDetectorFiles } from './shipped-detector.ts'

/** Average precision reads the whole curve, so garments that are never shown count too. */
const LEAST_SCORE = 0.02

/**
 * Runs the detector on each photograph as the extension does, and the classifier beside it, because only the ratio of their
 * times says something on a busy machine.
 * @returns median times per picture, without decoding and resampling
 */
export async function judgeOutfits(outfits: Outfit[], folder: string) {
  const files = await readDetectorFiles(folder)
  const { card } = files
  const { detect } = await openIntegerDetector(files)
  const classifier = await openShippedNetwork(MODEL)
  const letterboxed = await openLetterboxReader(card.inputSize)
  const squashed = await openInputReader(classifier.card.inputSize)
  const judged: JudgedOutfit[] = []
  const unreadable: string[] = []
  const [detectorTimes, classifierTimes]: [number[], number[]] = [[], []]
  for (const { file, boxes } of outfits) {
    const inputs = await Promise.all([letterboxed(file), squashed(file)]).catch(() => null)
    if (!inputs) {
      unreadable.push(file)
      continue
    }
    const [{ picture, letterbox }, input] = inputs
    const start = performance.now()
    await classifier.outputsOf(input)
    const between = performance.now()
    const output = detect(picture)
    const found = decodeGarments(output, card, letterbox, LEAST_SCORE)
    detectorTimes.push(performance.now() - between)
    classifierTimes.push(between - start)
    judged.push({ boxes, found })
  }
  const milliseconds = median(detectorTimes)
  return { card, judged, unreadable, milliseconds, classifierMilliseconds: median(classifierTimes) }
}
