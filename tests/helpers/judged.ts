import type { Judged } from '../../scripts/evaluation/metrics.ts'
import { type ApparelClass, classes } from '../../src/apparel/classes.ts'
import { predict } from '../../src/apparel/prediction.ts'
import { thresholds } from './thresholds.ts'

/** An evaluated picture with the given probabilities; the other classes share the rest equally. */
export function judged(truth: ApparelClass, given: Partial<Record<ApparelClass, number>>, threshold = 0.5): Judged {
  const values = Object.values(given)
  const rest = (1 - values.reduce((a, b) => a + b, 0)) / (classes.length - values.length)
  const logits = classes.map(name => Math.log(given[name] ?? rest))
  return { truth, prediction: predict(logits, { temperature: 1, thresholds: thresholds(threshold) }) }
}
