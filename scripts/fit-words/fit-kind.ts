import type { KindHead } from '../../src/apparel/kind-answer.ts'
import { softmax } from '../../src/apparel/softmax.ts'

/** A picture of known kind, and the network's logits of the kinds. */
export interface KindPicture {
  kind: string
  kindLogits: ArrayLike<number>
}

const sizes = Array.from({ length: 61 }, (_, i) => i / 10)

/**
 * The size in log-odds for the name of a kind that makes the true kind among those of its class most probable.
 * @param right share of such names that are right, 0..1; the others name the other kinds of the class
 * @param most upper bound
 */
export function fitKind(pictures: readonly KindPicture[], head: KindHead, right: number, most: number): number {
  const cases = pictures.flatMap(({ kind, kindLogits }) => {
    const truth = head.names.indexOf(kind)
    const siblings = head.names.flatMap((_, i) => (head.classes[i] === head.classes[truth] ? i : []))
    if (truth < 0 || siblings.length < 2) return []
    const probabilities = softmax(kindLogits, head.names.length, head.calibration.temperature)
    const within = siblings.map(i => probabilities[i] ?? 0)
    return [{ within, truth: siblings.indexOf(truth) }]
  })
  const loss = (size: number) =>
    cases.reduce((sum, { within, truth }) => {
      const wrong = (1 - right) / (within.length - 1)
      const each = within.map((_, name) => (name === truth ? right : wrong) * surprise(within, truth, name, size))
      return sum + each.reduce((a, b) => a + b, 0)
    }, 0)
  const losses = sizes.map(loss)
  return Math.min(most, sizes[losses.indexOf(Math.min(...losses))] ?? 0)
}

function surprise(within: number[], truth: number, name: number, size: number): number {
  const weights = within.map((probability, i) => probability * (i === name ? Math.exp(size) : 1))
  const sum = weights.reduce((a, b) => a + b, 0)
  return -Math.log(Math.max((weights[truth] ?? 0) / sum, 1e-12))
}
