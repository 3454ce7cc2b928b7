import { createSerialQueue } from '../async/serial-queue.ts'
import { keepCopy } from '../history/rescue/keep-copy.ts'
import { trimHistory } from '../history/retention.ts'
import { readSettings } from '../settings/storage.ts'

const inTurn = createSerialQueue()

/**
 * Looks whether the history was lost, copies what the user would miss most, and trims the history to the retention setting.
 * What fails is caught up by the next call.
 */
export function maintainHistory(): Promise<void> {
  return inTurn(async () => {
    await keepCopy().catch(error => console.warn('The history could not be copied.', error))
    try {
      await trimHistory((await readSettings()).retention)
    } catch (error) {
      console.warn('The history could not be trimmed.', error)
    }
  })
}
