import { changeHistory } from './database/transactions.ts'
import { recordSaveFailure } from './save-failure.ts'
import { announce } from './watch-history.ts'

/**
 * Erases the whole history at once. None of it can be restored.
 * @throws HistoryError; nothing has been erased then
 */
export async function eraseHistory(): Promise<void> {
  await changeHistory(transaction =>
    Promise.all([...transaction.objectStoreNames].map(name => transaction.objectStore(name).clear())),
  )
  recordSaveFailure(undefined)
  announce({ type: 'erased' })
}
