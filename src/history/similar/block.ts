/** Vectors in one block. Its sums fit the processor's nearest cache. */
export const BLOCK = 1024

/** Some vectors of bytes, component by component: a search reads few components of all of them. */
export class Block {
  readonly ids: (string | undefined)[] = new Array(BLOCK)
  /** Lengths of the vectors. */
  readonly lengths = new Float32Array(BLOCK)
  readonly #components: Int8Array
  readonly #size: number

  /** @param size components of each vector */
  constructor(size: number) {
    this.#size = size
    this.#components = new Int8Array(BLOCK * size)
  }

  set(at: number, id: string, vector: Int8Array): void {
    for (let i = 0; i < this.#size; i++) this.#components[i * BLOCK + at] = vector[i] as number
    this.lengths[at] = lengthOf(vector)
    this.ids[at] = id
  }

  get(at: number): Int8Array<ArrayBuffer> {
    return Int8Array.from({ length: this.#size }, (_, i) => this.#components[i * BLOCK + at] as number)
  }

  /** The scalar product with one vector. */
  product(at: number, vector: Int8Array): number {
    let sum = 0
    for (let i = 0; i < this.#size; i++) sum += (vector[i] as number) * (this.#components[i * BLOCK + at] as number)
    return sum
  }

  /** What the given components add to the scalar product with each vector. */
  products(vector: Int8Array, components: readonly number[]): Int32Array {
    const sums = new Int32Array(BLOCK)
    for (const i of components) {
      const factor = vector[i] as number
      const start = i * BLOCK
      for (let at = 0; at < BLOCK; at++)
        sums[at] = ((sums[at] as number) + Math.imul(factor, this.#components[start + at] as number)) | 0
    }
    return sums
  }
}

export function lengthOf(vector: Int8Array): number {
  let sum = 0
  for (const value of vector) sum += value * value
  return Math.sqrt(sum)
}
