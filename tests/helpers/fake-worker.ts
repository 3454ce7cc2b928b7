import { vi } from 'vitest'

/** A worker whose answers the test gives. */
export class FakeWorker extends EventTarget {
  readonly received: { id: number; type: string }[] = []
  isClosed = false

  postMessage(message: { id: number; type: string }): void {
    this.received.push(message)
  }

  terminate(): void {
    this.isClosed = true
  }

  answers(answer: object): void {
    this.dispatchEvent(new MessageEvent('message', { data: answer }))
  }
}

/** Has all workers that are started from now on be fakes. @returns them, as they come */
export function fakeWorkers(): FakeWorker[] {
  const workers: FakeWorker[] = []
  class Started extends FakeWorker {
    constructor() {
      super()
      workers.push(this)
    }
  }
  vi.stubGlobal('Worker', Started)
  return workers
}
