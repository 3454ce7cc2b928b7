/** Collects the slots with the highest scores. */
export class TopScores {
  /** Highest first. */
  #scores: number[] = []
  #slots: number[] = []
  readonly #limit: number

  /** @param limit how many slots to keep, 1 or more */
  constructor(limit: number) {
    this.#limit = limit
  }

  /** The score that a slot must exceed to be kept. */
  get threshold(): number {
    return this.#scores.length < this.#limit ? Number.NEGATIVE_INFINITY : (this.#scores.at(-1) as number)
  }

  /** Highest score first. */
  get slots(): number[] {
    return this.#slots
  }

  add(slot: number, score: number): void {
    if (score <= this.threshold) return
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
