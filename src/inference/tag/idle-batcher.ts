/** Interval between checks for idleness. The host is often idle for a moment between two answers of a page. */
const CHECK_INTERVAL_MS = 100

export interface IdleBatcherOptions {
  /** A batch starts at once with this many items. */
  maxCount: number
  /** Maximum wait of the first item, milliseconds. */
  maxWaitMs: number
  /** Whether there is more urgent work. */
  isBusy(): boolean
}

/**
 * Collects items that are not urgent and processes them in a batch when idle, after a maximum wait, or when there are too
 * many. Batches run one at a time: new items wait for the current batch.
 */
export class IdleBatcher<Item> {
  #items: Item[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #waited = 0
  /** The current batch. */
  #working: Promise<void> | undefined
  readonly #work: (items: Item[]) => Promise<void>
  readonly #options: IdleBatcherOptions

  constructor(work: (items: Item[]) => Promise<void>, options: IdleBatcherOptions) {
    this.#work = work
    this.#options = options
  }

  /** Whether any item waits or is being processed. */
  get isOpen(): boolean {
    return this.#working !== undefined || this.#items.length > 0
  }

  add(item: Item): void {
    this.#items.push(item)
    this.#next()
  }

  /** Processes all waiting items now, even if there is more urgent work. */
  async flush(): Promise<void> {
    while (this.isOpen) await (this.#working ?? this.#start())
  }

  #next(): void {
    if (this.#working || this.#items.length === 0) return
    if (this.#items.length >= this.#options.maxCount) void this.#start()
    else this.#timer ??= setTimeout(() => this.#look(), CHECK_INTERVAL_MS)
  }

  #look(): void {
    this.#timer = undefined
    this.#waited += CHECK_INTERVAL_MS
    if (this.#waited >= this.#options.maxWaitMs || !this.#options.isBusy()) void this.#start()
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
