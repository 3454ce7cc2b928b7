import { createSerialQueue } from '../../src/async/serial-queue.ts'

/** A stand-in for `navigator.locks`, which Node 20 lacks. It treats all names as one lock. */
export function locks() {
  const inTurn = createSerialQueue()
  return { request: <T>(_name: string, work: () => Promise<T>) => inTurn(work) }
}
