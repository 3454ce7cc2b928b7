/** One counter per name. */
export class KeyedCounter {
  #counts = new Map<string, number>()
  #total = 0

  get total(): number {
    return this.#total
  }

  of(name: string): number {
    return this.#counts.get(name) ?? 0
  }

  /** @param change may be negative */
  add(name: string, change: number): void {
    const count = this.of(name) + change
    this.#total += change
    // Names are unbounded, so drop those whose count is 0.
    if (count === 0) this.#counts.delete(name)
    else this.#counts.set(name, count)
  }
}
