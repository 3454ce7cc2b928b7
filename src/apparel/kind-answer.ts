import { softmax } from './softmax.ts'

/** The calibration of the kinds, measured on the validation split and shipped in `card.json`. */
export interface KindCalibration {
  /** Divisor of the logits before the softmax. Above 0. */
  temperature: number
  /** Minimum probability at which each kind is named. A kind without a threshold is never named. 0..1. */
  thresholds: Record<string, number>
}

/** The kind that goes with an answer of the eleven. */
export interface KindAnswer {
  kind: string
  /** Among all kinds, 0..1. */
  confidence: number
  /** Whether it reaches its threshold. */
  isSure: boolean
}

/**
 * The most probable kind under a class, or undefined if the class has none.
 * @param logits finite, in the order of `names`
 * @param className one of the ten, or none
 */
export function kindOf(
  logits: ArrayLike<number>,
  className: string,
  { names, classes, calibration }: { names: string[]; classes: string[]; calibration: KindCalibration },
): KindAnswer | undefined {
  const probabilities = softmax(logits, names.length, calibration.temperature)
  let best: KindAnswer | undefined
  for (const [i, kind] of names.entries()) {
    const confidence = probabilities[i] ?? 0
    if (classes[i] !== className || confidence <= (best?.confidence ?? -1)) continue
    best = { kind, confidence, isSure: confidence >= (calibration.thresholds[kind] ?? Number.POSITIVE_INFINITY) }
  }
  return best
}
