/** Of the kinds; measured on the validation split, shipped in `card.json`. */
export interface KindCalibration {
  /** Logits are divided by it before the soft-max. Above 0. */
  temperature: number
  /** A kind less probable than its own threshold is not said, and one without a threshold never is. 0..1. */
  thresholds: Record<string, number>
}

/** The kind that goes with an answer of the eleven. */
export interface KindAnswer {
  kind: string
  /** Among all kinds, 0..1. */
  confidence: number
  /** Whether it is sure enough to be said. */
  isSure: boolean
}

/**
 * The most probable kind under a class, or undefined where the class has none.
 * @param logits finite, in the order of `names`
 * @param className one of the ten, or none
 */
export function kindOf(
  logits: ArrayLike<number>,
  className: string,
  { names, classes, calibration }: { names: string[]; classes: string[]; calibration: KindCalibration },
): KindAnswer | undefined {
  const scaled = Array.from(logits, logit => logit / calibration.temperature)
  const top = Math.max(...scaled)
  const powers = scaled.map(x => Math.exp(x - top))
  const sum = powers.reduce((a, b) => a + b, 0)
  let best: KindAnswer | undefined
  for (const [i, kind] of names.entries()) {
    const confidence = (powers[i] ?? 0) / sum
    if (classes[i] !== className || confidence <= (best?.confidence ?? -1)) continue
    best = { kind, confidence, isSure: confidence >= (calibration.thresholds[kind] ?? Number.POSITIVE_INFINITY) }
  }
  return best
}
