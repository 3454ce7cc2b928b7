import { fromHalf, type Weight } from './weights.ts'

/**
 * The head of the kinds, in floats. It reads only the embedding.
 * @param kernel [channels, kinds]
 * @returns a function from an embedding [channels] to logits [kinds]
 */
export function kindHead(kernel: Weight, bias: Weight): (embedding: Float32Array) => Float32Array {
  const weights = Float32Array.from(kernel.halves, fromHalf)
  const biases = Float32Array.from(bias.halves, fromHalf)
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
