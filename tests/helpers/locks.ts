import { createSerialQueue } from '../../src/async/serial-queue.ts'

/** The browser's locks, of which Node 20 has none; all of one name. */
export function locks() {
  const inTurn = createSerialQueue()
  return { request: <T>(_name: string, work: () => Promise<T>) => inTurn(work) }
}
