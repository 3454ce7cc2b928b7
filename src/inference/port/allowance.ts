/** Limits how often something may happen within a time. */
export class Allowance {
  readonly #maxCount: number
  readonly #spanMs: number
  #times: number[] = []

  constructor(maxCount: number, spanMs: number) {
    this.#maxCount = maxCount
    this.#spanMs = spanMs
  }

  /** Counts one more, unless there were too many. @returns whether it may happen */
  take(now: number = performance.now()): boolean {
    this.#times = this.#times.filter(time => now - time < this.#spanMs)
    if (this.#times.length >= this.#maxCount) return false
    this.#times.push(now)
    return true
  }
}
