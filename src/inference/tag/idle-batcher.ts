/** Milliseconds between looks whether there is time: between two answers of a page the host has often nothing to do. */
const STEP = 100

export interface IdleBatcherOptions {
  /** So many wait at most. */
  most: number
  /** Milliseconds for which the first waits at most. */
  patience: number
  /** Whether there is something more urgent to do. */
  isBusy(): boolean
}

/**
 * Gathers what is not urgent until there is time for it, or too much of it. One batch after the other: what comes while one
 * is worked on waits for its end.
 */
export class IdleBatcher<Item> {
  #items: Item[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #waited = 0
  /** What is being worked on. */
  #working: Promise<void> | undefined
  readonly #work: (items: Item[]) => Promise<void>
  readonly #options: IdleBatcherOptions

  constructor(work: (items: Item[]) => Promise<void>, options: IdleBatcherOptions) {
    this.#work = work
    this.#options = options
  }

  /** Whether anything waits or is worked on. */
  get isOpen(): boolean {
    return this.#working !== undefined || this.#items.length > 0
  }

  add(item: Item): void {
    this.#items.push(item)
    this.#next()
  }

  /** Works on all that waits at once, whatever is more urgent. */
  async flush(): Promise<void> {
    while (this.isOpen) await (this.#working ?? this.#start())
  }

  #next(): void {
    if (this.#working || this.#items.length === 0) return
    if (this.#items.length >= this.#options.most) void this.#start()
    else this.#timer ??= setTimeout(() => this.#look(), STEP)
  }

  #look(): void {
    this.#timer = undefined
    this.#waited += STEP
    if (this.#waited >= this.#options.patience || !this.#options.isBusy()) void this.#start()
    else this.#next()
  }

  #start(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#waited = 0
    this.#working = this.#work(this.#items.splice(0)).finally(() => {
      this.#working = undefined
      this.#next()
    })
    return this.#working
  }
}
