/** What to do after a period without requests. */
export interface IdleStep {
  /** Milliseconds since the last request. */
  after: number
  act(): void
}

/** Runs steps one after another while idle, and starts over with each request. */
export class IdleTimer {
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #steps: readonly IdleStep[]
  readonly #isBusy: () => boolean

  /**
   * @param steps in order of `after`
   * @param isBusy whether work is in progress; idle time begins once it is not
   */
  constructor(steps: readonly IdleStep[], isBusy: () => boolean) {
    this.#steps = steps
    this.#isBusy = isBusy
    this.restart()
  }

  /** Starts over: a request has arrived. */
  restart(): void {
    clearTimeout(this.#timer)
    this.#wait(0, 0)
  }

  #wait(index: number, waited: number): void {
    const step = this.#steps[index]
    if (!step) return
    this.#timer = setTimeout(() => {
      if (this.#isBusy()) return this.restart()
      step.act()
      this.#wait(index + 1, step.after)
    }, step.after - waited)
  }
}
