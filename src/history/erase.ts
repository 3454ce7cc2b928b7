import { noteTrouble } from './keeping-trouble.ts'
import { change } from './transactions.ts'
import { announce } from './watch-history.ts'

/**
 * Deletes the whole history at once; nothing of it can be restored.
 * @throws HistoryError; then all is still there
 */
export async function eraseHistory(): Promise<void> {
  await change(stores => Promise.all([...stores.objectStoreNames].map(name => stores.objectStore(name).clear())))
  noteTrouble(undefined)
  announce({ type: 'erased' })
}
