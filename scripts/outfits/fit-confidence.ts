import { confidenceOf, logit, type ScoreCalibration } from '../../src/garments/score/confidence.ts'
import { mean } from '../evaluation/statistics.ts'
import { matchBoxes } from './match-boxes.ts'
import type { JudgedOutfit } from './outfit-figures.ts'

/** A garment that people would be told of, and whether its picture shows one. */
interface Shown {
  score: number
  isThere: boolean
}

const STEP_COUNT = 5000
const STEP_SIZE = 0.05
/** Groups of garments with similar confidence, to compare it with how often they are there. */
const BIN_COUNT = 5

/** The garments that are shown, without those that are ambiguous. */
export function shownIn(judged: readonly JudgedOutfit[], threshold: number): Shown[] {
  return judged.flatMap(({ boxes, found }) =>
    matchBoxes(found, boxes)
      .filter(({ score }) => score >= threshold)
      .map(({ score, garment }) => ({ score, isThere: boxes.some(({ label }) => label === garment) })),
  )
}

/** Fits the calibration by gradient descent on the log loss, which has one minimum. */
export function fitConfidence(shown: readonly Shown[]): ScoreCalibration {
  let [slope, offset] = [1, 0]
  for (let step = 0; step < STEP_COUNT; step++) {
    let [bySlope, byOffset] = [0, 0]
    for (const { score, isThere } of shown) {
      const error = confidenceOf(score, { slope, offset }) - (isThere ? 1 : 0)
      bySlope += error * logit(score)
      byOffset += error
    }
    slope -= (STEP_SIZE * bySlope) / shown.length
    offset -= (STEP_SIZE * byOffset) / shown.length
  }
  return { slope: round(slope), offset: round(offset) }
}

/** Mean distance of the confidence from the share of garments that are there, over groups of equal size. 0..1 */
export function calibrationError(shown: readonly Shown[], calibration: ScoreCalibration): number {
  const sorted = shown.toSorted((a, b) => a.score - b.score)
  const size = Math.ceil(sorted.length / BIN_COUNT)
  const distances = Array.from({ length: BIN_COUNT }, (_, i) => sorted.slice(i * size, (i + 1) * size))
    .filter(bin => bin.length > 0)
    .map(bin => {
      const said = mean(bin.map(({ score }) => confidenceOf(score, calibration))) ?? 0
      return Math.abs(said - bin.filter(({ isThere }) => isThere).length / bin.length)
    })
  return mean(distances) ?? 0
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
