import { changeHistory, readHistory } from '../database/transactions.ts'

/**
 * Reads what identifies this database; undefined if it is new or was erased.
 * @throws HistoryError
 */
export function readIdentity(): Promise<string | undefined> {
  return readHistory(database => database.get('about', 'identity'))
}

/**
 * Gives the database an identity of its own.
 * @throws HistoryError
 */
export async function giveIdentity(): Promise<string> {
  const identity = crypto.randomUUID()
  await changeHistory(transaction => transaction.objectStore('about').put(identity, 'identity'))
  return identity
}
