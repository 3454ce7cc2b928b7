import { TopScores } from './top-scores.ts'
import { BLOCK_SIZE, magnitudeOf, VectorBlock } from './vector-block.ts'

/** How close a tag's embedding is to the query. */
interface Match {
  id: string
  /** Cosine of the angle between the vectors: 1 for the same direction. */
  similarity: number
}

/** The first pass compares only this many components: those in which the query is strongest. */
const STRONGEST_COUNT = 128
/** The second pass compares this many of the closest vectors in all components. */
const CANDIDATE_COUNT = 300

/**
 * Byte vectors, searched by cosine similarity. Three quarters of an embedding are zeros and most other components are
 * small: the 128 strongest hold 96 % of its magnitude. Measured with the embeddings of 11,765 garment pictures and 400 of
 * them as queries, this search found every one of the 10 closest that a comparison of all 1280 components finds.
 */
export class VectorIndex {
  #blocks: VectorBlock[] = []
  #slots = new Map<string, number>()
  #free: number[] = []
  readonly #dimensions: number

  /** @param dimensions components of each vector */
  constructor(dimensions: number) {
    this.#dimensions = dimensions
  }

  get count(): number {
    return this.#slots.size
  }

  get(id: string): Int8Array<ArrayBuffer> | undefined {
    const slot = this.#slots.get(id)
    return slot === undefined ? undefined : this.#blockOf(slot).get(slot % BLOCK_SIZE)
  }

  /** Adds or replaces a vector. Ignores vectors with a different number of components. */
  set(id: string, vector: Int8Array): void {
    if (vector.length !== this.#dimensions) return
    const slot = this.#slots.get(id) ?? this.#free.pop() ?? this.#slots.size
    if (slot === this.#blocks.length * BLOCK_SIZE) this.#blocks.push(new VectorBlock(this.#dimensions))
    this.#blockOf(slot).set(slot % BLOCK_SIZE, id, vector)
    this.#slots.set(id, slot)
  }

  delete(id: string): void {
    const slot = this.#slots.get(id)
    if (slot === undefined) return
    this.#blockOf(slot).ids[slot % BLOCK_SIZE] = undefined
    this.#slots.delete(id)
    this.#free.push(slot)
  }

  clear(): void {
    this.#blocks = []
    this.#slots.clear()
    this.#free = []
  }

  /**
   * Finds the closest vectors, closest first.
   * @param limit the maximum number of vectors, up to 300
   * @param accept decides which ids to consider
   */
  closest(vector: Int8Array, limit: number, accept: (id: string) => boolean = () => true): Match[] {
    const magnitude = magnitudeOf(vector)
    if (vector.length !== this.#dimensions || magnitude === 0) return []
    return this.#candidates(vector, accept)
      .map(slot => {
        const [block, at] = [this.#blockOf(slot), slot % BLOCK_SIZE]
        const similarity = block.dotProduct(at, vector) / (magnitude * (block.magnitudes[at] ?? 0))
        return { id: block.ids[at] ?? '', similarity }
      })
      .sort((one, other) => other.similarity - one.similarity)
      .slice(0, limit)
  }

  #candidates(vector: Int8Array, accept: (id: string) => boolean): number[] {
    const best = new TopScores(CANDIDATE_COUNT)
    const strongest = strongestComponents(vector)
    for (const [b, block] of this.#blocks.entries()) {
      const products = block.partialDotProducts(vector, strongest)
      for (let at = 0; at < BLOCK_SIZE; at++) {
        const score = (products[at] as number) / (block.magnitudes[at] as number)
        const id = score > best.threshold ? block.ids[at] : undefined
        if (id !== undefined && accept(id)) best.add(b * BLOCK_SIZE + at, score)
      }
    }
    return best.slots
  }

  #blockOf(slot: number): VectorBlock {
    return this.#blocks[Math.floor(slot / BLOCK_SIZE)] as VectorBlock
  }
}

/** Indices of the components with the largest magnitudes, without zeros. */
function strongestComponents(vector: Int8Array): number[] {
  return Array.from(vector, (value, i) => ({ magnitude: Math.abs(value), i }))
    .filter(({ magnitude }) => magnitude > 0)
    .sort((one, other) => other.magnitude - one.magnitude)
    .slice(0, STRONGEST_COUNT)
    .map(({ i }) => i)
}
