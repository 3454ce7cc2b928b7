import type { KindHead } from './kind-answer.ts'
import { kindOf } from './kind-answer.ts'
import { poolHeads } from './pool-heads.ts'
import { type Calibration, type Prediction, predict } from './prediction.ts'

/** The logits of both heads of the network for one picture. */
export interface Logits {
  /** [11], in the order of `classes`. */
  logits: ArrayLike<number>
  /** In the order of the card's kinds; empty if the network knows none. */
  kinds: ArrayLike<number>
}

/**
 * Turns the network's output into a calibrated answer, with its kind if that is sure. An unsure answer has no kind.
 * @throws RangeError if there are not as many finite logits as classes and kinds
 */
export function predictPicture(
  { logits, kinds }: Logits,
  { calibration, kinds: head }: { calibration: Calibration; kinds?: KindHead },
): Prediction {
  if (!head) return predict(logits, calibration)
  const prediction = predict(poolHeads(logits, kinds, head), calibration)
  if (prediction.verdict === 'unsure') return prediction
  const said = kindOf(kinds, prediction.verdict === 'none' ? 'none' : prediction.garment, head)
  return said?.isSure ? { ...prediction, kind: { name: said.kind, confidence: said.confidence } } : prediction
}
