import { createSerialQueue } from '../async/serial-queue.ts'
import { trimHistory } from '../history/retention.ts'
import { readSettings } from '../settings/storage.ts'

const inTurn = createSerialQueue()

/** Trims the history to the retention setting. If it fails, the next call catches up. */
export function trimToRetention(): Promise<void> {
  return inTurn(async () => {
    try {
      await trimHistory((await readSettings()).retention)
    } catch (error) {
      console.warn('The history could not be trimmed.', error)
    }
  })
}
