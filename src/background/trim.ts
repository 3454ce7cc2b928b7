import { createSerialQueue } from '../async/serial-queue.ts'
import { trimHistory } from '../history/retention.ts'
import { readSettings } from '../settings/storage.ts'

const inTurn = createSerialQueue()

/** Brings the history back to as many tags as are to be kept. What goes wrong now is put right the next time. */
export function trimToRetention(): Promise<void> {
  return inTurn(async () => {
    try {
      await trimHistory((await readSettings()).retention)
    } catch (error) {
      console.warn('The history could not be trimmed.', error)
    }
  })
}
