import type { StoredExample } from './database/schema.ts'
import { readTeaching } from './database/transactions.ts'

/**
 * Reads all examples, the oldest first.
 * @throws HistoryError
 */
export async function readExamples(): Promise<StoredExample[]> {
  const examples = await readTeaching(database => database.getAll('examples'))
  return examples.sort((one, other) => one.taughtAt - other.taughtAt)
}

/**
 * Reads the picture file of an example; undefined if it is gone.
 * @throws HistoryError
 */
export function readPicture(id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return readTeaching(database => database.get('pictures', id))
}
