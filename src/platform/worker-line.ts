/** A task's answer. `failure` says why there is none, in whatever words the two sides have. */
export type FromWorker<Result, Failure> = { id: number; result: Result } | { id: number; failure: Failure }

export interface WorkerLineOptions<Failure> {
  /** Starts a worker. */
  open(): Worker
  /** Makes what a failed task rejects with. */
  toError(failure: Failure): Error
  /** Milliseconds without a task after which the worker is closed, which gives its memory back. Left out, it stays. */
  closeAfter?: number
}

/** Gives a worker tasks, of which it may have several at once, and gets the answer to each. The first task starts it. */
export class WorkerLine<Task extends object, Failure> {
  #lastId = 0
  #waiting = new Map<number, (answer: FromWorker<unknown, Failure>) => void>()
  #worker: Worker | undefined
  #closing: ReturnType<typeof setTimeout> | undefined
  readonly #options: WorkerLineOptions<Failure>

  constructor(options: WorkerLineOptions<Failure>) {
    this.#options = options
  }

  /**
   * Once the signal is aborted the worker gets `{ id, type: 'cancel' }`.
   * @param transfer buffers of the task that are gone from here afterwards
   * @throws what `toError` makes, or the signal's reason
   */
  ask<Result>(task: Task, transfer: Transferable[] = [], signal?: AbortSignal): Promise<Result> {
    const id = ++this.#lastId
    const worker = this.#open()
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
      if (this.#waiting.size === 0) this.#closeLater()
    })
  }

  /** Tells what needs no answer. Where no worker is open, it does nothing. */
  tell(message: object, transfer: Transferable[]): void {
    this.#worker?.postMessage(message, { transfer })
  }

  #open(): Worker {
    clearTimeout(this.#closing)
    this.#worker ??= this.#listenTo(this.#options.open())
    return this.#worker
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
    this.#closing = setTimeout(() => {
      this.#worker?.terminate()
      this.#worker = undefined
    }, closeAfter)
  }
}
