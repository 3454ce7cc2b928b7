import { vi } from 'vitest'

/** A worker whose replies come from the test. */
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

/** Replaces the global Worker with fakes. @returns a list to which each started fake is added */
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
