/** The slots with the highest scores of many, as they come. */
export class Best {
  /** Highest first. */
  #scores: number[] = []
  #slots: number[] = []
  readonly #limit: number

  /** @param limit so many are kept, 1 or more */
  constructor(limit: number) {
    this.#limit = limit
  }

  /** What a score must exceed to be kept. */
  get worst(): number {
    return this.#scores.length < this.#limit ? Number.NEGATIVE_INFINITY : (this.#scores.at(-1) as number)
  }

  /** Highest score first. */
  get slots(): number[] {
    return this.#slots
  }

  add(slot: number, score: number): void {
    if (score <= this.worst) return
    let [low, high] = [0, this.#scores.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#scores[middle] as number) >= score) low = middle + 1
      else high = middle
    }
    this.#scores.splice(low, 0, score)
    this.#slots.splice(low, 0, slot)
    this.#scores.length = this.#slots.length = Math.min(this.#scores.length, this.#limit)
  }
}
