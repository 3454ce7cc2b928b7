/** The reply to a task. `failure` is the reason of an error, in a form that the two sides agree on. */
export type FromWorker<Result, Failure> = { id: number; result: Result } | { id: number; failure: Failure }

export interface WorkerClientOptions<Failure> {
  /** Starts a worker. */
  open(): Worker
  /** Creates the error with which a failed task rejects. */
  toError(failure: Failure): Error
  /** Idle time in milliseconds after which the worker is closed to free its memory; never if left out. */
  closeAfterMs?: number
  /**
   * Number of tasks after which a fresh worker takes over; the old one is closed once it has answered. A worker that
   * creates little JavaScript garbage hardly ever collects the browser's objects, so they are freed with the worker.
   */
  renewAfterCount?: number
}

/** A worker, the ids of its open tasks, and the number of tasks that it was given. */
interface Opened {
  worker: Worker
  open: Set<number>
  tasks: number
}

/** Sends tasks to a worker, several at once if need be, and receives their replies. The first task starts the worker. */
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
   * Sends a task. When the signal is aborted, the worker receives `{ id, type: 'cancel' }`.
   * @param transfer buffers of the task; they are detached afterwards
   * @throws what `toError` creates, or the signal's reason
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

  /** Sends a message that needs no reply. Does nothing while no worker is open. */
  notify(message: object, transfer: Transferable[]): void {
    this.#opened?.worker.postMessage(message, { transfer })
  }

  #open(): Opened {
    clearTimeout(this.#closing)
    const { renewAfterCount = Number.POSITIVE_INFINITY } = this.#options
    if (this.#opened && this.#opened.tasks >= renewAfterCount) this.#leave()
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
    const { closeAfterMs } = this.#options
    if (closeAfterMs === undefined) return
    clearTimeout(this.#closing)
    this.#closing = setTimeout(() => this.#leave(), closeAfterMs)
  }

  /** Closes the worker, now or after its last reply. */
  #leave(): void {
    if (this.#opened?.open.size === 0) this.#opened.worker.terminate()
    this.#opened = undefined
  }
}
