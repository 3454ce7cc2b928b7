import { exp } from './math/exp-log.ts'

/**
 * Calibrated probabilities of logits; they sum to 1.
 * @param count expected number of logits
 * @param temperature divisor of the logits. Above 0.
 * @throws RangeError if there are not `count` logits or one is not finite
 */
export function softmax(logits: ArrayLike<number>, count: number, temperature: number): number[] {
  const scaled = Array.from(logits, logit => logit / temperature)
  if (scaled.length !== count || !scaled.every(Number.isFinite))
    throw new RangeError(`expected ${count} finite logits, got ${scaled.join(', ')}`)
  const top = Math.max(...scaled)
  const powers = scaled.map(x => exp(x - top))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map(power => power / sum)
}
