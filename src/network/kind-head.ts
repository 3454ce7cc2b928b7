import { fromHalf, weightReader } from './integer/weights.ts'
import type { FloatNetwork } from './network.ts'

/**
 * The head of the kinds. It reads only the embedding, so one implementation serves every backend.
 * @returns a function from an embedding [1280] to logits in the order of the card's kinds; empty if the network knows none
 * @throws Error if a weight is missing
 */
export function kindHead(files: FloatNetwork): (embedding: Float32Array) => Float32Array {
  if (!files.card.kinds) return () => new Float32Array()
  const weight = weightReader(files)
  const weights = Float32Array.from(weight('kinds/kernel').halves, fromHalf)
  const biases = Float32Array.from(weight('kinds/bias').halves, fromHalf)
  const kinds = biases.length
  return embedding => {
    const logits = biases.slice()
    for (const [channel, value] of embedding.entries()) {
      const row = channel * kinds
      for (let k = 0; k < kinds; k++) logits[k] = (logits[k] as number) + value * (weights[row + k] as number)
    }
    return logits
  }
}
