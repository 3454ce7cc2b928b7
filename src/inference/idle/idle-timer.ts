/** What to do once nothing was asked for so many milliseconds. */
export interface IdleStep {
  after: number
  act(): void
}

/** Takes steps in turn while nothing is asked, and begins anew with each question. */
export class IdleTimer {
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #steps: readonly IdleStep[]
  readonly #isBusy: () => boolean

  /**
   * @param steps the earliest first
   * @param isBusy whether something is still under way: the time begins when it is not
   */
  constructor(steps: readonly IdleStep[], isBusy: () => boolean) {
    this.#steps = steps
    this.#isBusy = isBusy
    this.stir()
  }

  /** Something was asked. */
  stir(): void {
    clearTimeout(this.#timer)
    this.#wait(0, 0)
  }

  #wait(index: number, waited: number): void {
    const step = this.#steps[index]
    if (!step) return
    this.#timer = setTimeout(() => {
      if (this.#isBusy()) return this.stir()
      step.act()
      this.#wait(index + 1, step.after)
    }, step.after - waited)
  }
}
