/** A task's answer. `failure` says why there is none, in whatever words the two sides have. */
export type FromWorker<Result, Failure> = { id: number; result: Result } | { id: number; failure: Failure }

/** Gives a worker tasks, of which it may have several at once, and gets the answer to each. */
export class WorkerLine<Task extends object, Failure> {
  #lastId = 0
  #waiting = new Map<number, (answer: FromWorker<unknown, Failure>) => void>()
  readonly #worker: Worker
  readonly #toError: (failure: Failure) => Error

  /** @param toError makes what a failed task rejects with */
  constructor(worker: Worker, toError: (failure: Failure) => Error) {
    this.#worker = worker
    this.#toError = toError
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker<unknown, Failure>>) =>
      this.#waiting.get(data.id)?.(data),
    )
  }

  /**
   * Once the signal is aborted the worker gets `{ id, type: 'cancel' }`.
   * @param transfer buffers of the task that are gone from here afterwards
   * @throws what `toError` makes, or the signal's reason
   */
  ask<Result>(task: Task, transfer: Transferable[] = [], signal?: AbortSignal): Promise<Result> {
    const id = ++this.#lastId
    return new Promise<Result>((resolve, reject) => {
      const cancel = () => {
        this.#worker.postMessage({ id, type: 'cancel' })
        reject(signal?.reason)
      }
      this.#waiting.set(id, answer => {
        signal?.removeEventListener('abort', cancel)
        if ('failure' in answer) reject(this.#toError(answer.failure))
        else resolve(answer.result as Result)
      })
      signal?.addEventListener('abort', cancel)
      this.#worker.postMessage({ ...task, id }, { transfer })
    }).finally(() => this.#waiting.delete(id))
  }
}
