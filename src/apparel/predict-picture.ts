import { type KindHead, kindOf, topKind } from './kind-answer.ts'
import { classOfKind, type Kind } from './kinds.ts'
import { moreKinds } from './more-kinds.ts'
import { poolHeads } from './pool-heads.ts'
import { type Calibration, labelOf, type Prediction, predict } from './prediction.ts'

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
  const prediction = refute(predict(poolHeads(logits, kinds, head), calibration), kinds, head)
  const kind = sureKind(prediction, kinds, head)
  return kind ? { ...prediction, kind } : prediction
}

/** The kind that goes with an answer, if it is sure. @param kinds logits in the order of the head's names */
export function sureKind(prediction: Prediction, kinds: ArrayLike<number>, head: KindHead): Prediction['kind'] {
  if (prediction.verdict === 'unsure') return undefined
  const said = kindOf(kinds, labelOf(prediction), head)
  return said?.isSure ? { name: said.kind, confidence: said.confidence } : undefined
}

/**
 * Decides that a picture shows none of the ten if its most probable kind speaks against a garment: "probably a jacket" is wrong
 * for whatever is more likely none of the ten. Hoodies, sweaters and cardigans look so much like jackets and T-shirts that they
 * refute a sure answer too.
 * @param kinds logits in the order of the head's names
 */
export function refute(prediction: Prediction, kinds: ArrayLike<number>, head: KindHead): Prediction {
  const top = topKind(kinds, head)
  const isRefuted = prediction.verdict === 'unsure' ? classOfKind(top) === 'none' : knitwear.includes(top)
  return isRefuted ? { ...prediction, verdict: 'none' } : prediction
}

const knitwear: readonly Kind[] = moreKinds.knitwear
