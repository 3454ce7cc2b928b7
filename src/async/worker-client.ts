/** A task's answer. `failure` says why there is none, in whatever words the two sides have. */
export type FromWorker<Result, Failure> = { id: number; result: Result } | { id: number; failure: Failure }

export interface WorkerClientOptions<Failure> {
  /** Starts a worker. */
  open(): Worker
  /** Makes what a failed task rejects with. */
  toError(failure: Failure): Error
  /** Milliseconds without a task after which the worker is closed, which gives its memory back. Left out, it stays. */
  closeAfter?: number
  /**
   * After so many tasks the next gets a fresh worker, and this one is closed once it has answered. What a worker that makes
   * little garbage of its own has of the browser's is hardly ever collected; so it goes with it.
   */
  renewAfter?: number
}

/** A worker, and the tasks that it has not answered yet, of as many as it was given. */
interface Opened {
  worker: Worker
  open: Set<number>
  tasks: number
}

/** Gives a worker tasks, of which it may have several at once, and gets the answer to each. The first task starts it. */
export class WorkerClient<Task extends object, Failure> {
  #lastId = 0
  #waiting = new Map<number, (answer: FromWorker<unknown, Failure>) => void>()
  #opened: Opened | undefined
  #closing: ReturnType<typeof setTimeout> | undefined
  readonly #options: WorkerClientOptions<Failure>

  constructor(options: WorkerClientOptions<Failure>) {
    this.#options = options
  }

  /**
   * Once the signal is aborted the worker gets `{ id, type: 'cancel' }`.
   * @param transfer buffers of the task that are gone from here afterwards
   * @throws what `toError` makes, or the signal's reason
   */
  ask<Result>(task: Task, transfer: Transferable[] = [], signal?: AbortSignal): Promise<Result> {
    const id = ++this.#lastId
    const opened = this.#open()
    const { worker, open } = opened
    opened.tasks++
    open.add(id)
    return new Promise<Result>((resolve, reject) => {
      const cancel = () => {
        worker.postMessage({ id, type: 'cancel' })
        reject(signal?.reason)
      }
      this.#waiting.set(id, answer => {
        signal?.removeEventListener('abort', cancel)
        if ('failure' in answer) reject(this.#options.toError(answer.failure))
        else resolve(answer.result as Result)
      })
      signal?.addEventListener('abort', cancel)
      worker.postMessage({ ...task, id }, { transfer })
    }).finally(() => {
      this.#waiting.delete(id)
      open.delete(id)
      if (open.size > 0) return
      if (opened === this.#opened) this.#closeLater()
      else worker.terminate()
    })
  }

  /** Tells what needs no answer. Where no worker is open, it does nothing. */
  tell(message: object, transfer: Transferable[]): void {
    this.#opened?.worker.postMessage(message, { transfer })
  }

  #open(): Opened {
    clearTimeout(this.#closing)
    const { renewAfter = Number.POSITIVE_INFINITY } = this.#options
    if (this.#opened && this.#opened.tasks >= renewAfter) this.#leave()
    this.#opened ??= { worker: this.#listenTo(this.#options.open()), open: new Set(), tasks: 0 }
    return this.#opened
  }

  #listenTo(worker: Worker): Worker {
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker<unknown, Failure>>) =>
      this.#waiting.get(data.id)?.(data),
    )
    return worker
  }

  #closeLater(): void {
    const { closeAfter } = this.#options
    if (closeAfter === undefined) return
    clearTimeout(this.#closing)
    this.#closing = setTimeout(() => this.#leave(), closeAfter)
  }

  /** Closes the worker, or has its last answer close it. */
  #leave(): void {
    if (this.#opened?.open.size === 0) this.#opened.worker.terminate()
    this.#opened = undefined
  }
}
