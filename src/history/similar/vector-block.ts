/** Vectors per block, chosen so that the block's sums fit into the processor's L1 cache. */
export const BLOCK_SIZE = 1024

/** A block of byte vectors, stored component by component because a search reads a few components of every vector. */
export class VectorBlock {
  readonly ids: (string | undefined)[] = new Array(BLOCK_SIZE)
  readonly magnitudes = new Float32Array(BLOCK_SIZE)
  readonly #components: Int8Array
  readonly #dimensions: number

  /** @param dimensions components of each vector */
  constructor(dimensions: number) {
    this.#dimensions = dimensions
    this.#components = new Int8Array(BLOCK_SIZE * dimensions)
  }

  set(at: number, id: string, vector: Int8Array): void {
    for (let i = 0; i < this.#dimensions; i++) this.#components[i * BLOCK_SIZE + at] = vector[i] as number
    this.magnitudes[at] = magnitudeOf(vector)
    this.ids[at] = id
  }

  get(at: number): Int8Array<ArrayBuffer> {
    return Int8Array.from({ length: this.#dimensions }, (_, i) => this.#components[i * BLOCK_SIZE + at] as number)
  }

  /** The dot product of a vector with the one at `at`. */
  dotProduct(at: number, vector: Int8Array): number {
    let sum = 0
    for (let i = 0; i < this.#dimensions; i++)
      sum += (vector[i] as number) * (this.#components[i * BLOCK_SIZE + at] as number)
    return sum
  }

  /** The dot products of a vector with every vector of the block, over the given components only. */
  partialDotProducts(vector: Int8Array, components: readonly number[]): Int32Array {
    const sums = new Int32Array(BLOCK_SIZE)
    for (const i of components) {
      const factor = vector[i] as number
      const start = i * BLOCK_SIZE
      for (let at = 0; at < BLOCK_SIZE; at++)
        sums[at] = ((sums[at] as number) + Math.imul(factor, this.#components[start + at] as number)) | 0
    }
    return sums
  }
}

export function magnitudeOf(vector: Int8Array): number {
  let sum = 0
  for (const value of vector) sum += value * value
  return Math.sqrt(sum)
}
