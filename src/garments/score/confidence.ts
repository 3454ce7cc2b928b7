import { exp, log } from '../../apparel/math/exp-log.ts'

/** Turns scores into probabilities (Platt 1999): `npm run evaluate:outfits -- DIR --calibrate` fits it. */
export interface ScoreCalibration {
  slope: number
  offset: number
}

/** Keeps the logarithm finite. */
const TINY = 1e-6

/**
 * How likely a garment is in its picture. A detector's score is much lower: it counts the place too, and every cell of the map
 * competes.
 * @param score 0..1
 * @returns 0..1
 */
export function confidenceOf(score: number, { slope, offset }: ScoreCalibration): number {
  return 1 / (1 + exp(-(slope * logit(score) + offset)))
}

/** @param score 0..1 */
export function logit(score: number): number {
  const inside = Math.min(Math.max(score, TINY), 1 - TINY)
  return log(inside / (1 - inside))
}
