import { classes } from './classes.ts'
import type { KindHead } from './kind-answer.ts'
import { log } from './math/exp-log.ts'
import { softmax } from './softmax.ts'

/**
 * Adds the evidence of the second head to the logits of the classes: for each class, the logarithm of the summed probability
 * of its kinds, times `share` (a logarithmic opinion pool, Genest and Zidek 1986). The heads make different errors: what the
 * second one takes for a hoodie is less of a jacket.
 * @param logits [11], in the order of `classes`
 * @param kindLogits finite, in the order of the head's names
 * @returns logits [11], to be calibrated as one
 * @throws RangeError if a logit of a kind is missing or not finite
 */
export function poolHeads(
  logits: ArrayLike<number>,
  kindLogits: ArrayLike<number>,
  { names, classes: classOf, calibration: { share = 0 } }: KindHead,
): number[] {
  const pooled = Array.from(logits)
  if (share === 0) return pooled
  const sums = new Map<string, number>()
  for (const [i, probability] of softmax(kindLogits, names.length, 1).entries()) {
    const name = classOf[i] as string
    sums.set(name, (sums.get(name) ?? 0) + probability)
  }
  return pooled.map((logit, c) => logit + share * log(Math.max(sums.get(classes[c] as string) ?? 0, TINY)))
}

/** Stands in for a probability that underflows to 0, whose logarithm is not finite. */
const TINY = 1e-30
