import { isSamePicture } from '../learning/fingerprint.ts'
import type { StoredExample, WholeExample } from './database/schema.ts'
import { changeTeaching, readTeaching, type TeachingTransaction } from './database/transactions.ts'

/**
 * Reads all examples, the oldest first, without their pictures.
 * @throws HistoryError
 */
export async function readExamples(): Promise<StoredExample[]> {
  const examples = await readTeaching(database => database.getAll('examples'))
  return examples.sort((one, other) => one.taughtAt - other.taughtAt)
}

/**
 * Reads an example's picture, a file of 224×224 pixels. Undefined if the example is gone.
 * @throws HistoryError
 */
export function readPicture(id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return readTeaching(database => database.get('pictures', id))
}

/**
 * Replaces what a network has computed for an example.
 * @returns false if the example is gone
 * @throws HistoryError
 */
export function updateExample(
  id: string,
  computed: Pick<StoredExample, 'embedding' | 'logits' | 'kinds' | 'network'>,
): Promise<boolean> {
  return changeTeaching(async transaction => {
    const store = transaction.objectStore('examples')
    const example = await store.get(id)
    if (example) await store.put({ ...example, ...computed })
    return example !== undefined
  })
}

/** Adds an example, in place of all examples of the same picture. @returns the latest of those */
export async function putExample(
  transaction: TeachingTransaction,
  { picture, ...example }: WholeExample,
): Promise<WholeExample | undefined> {
  const known = await transaction.objectStore('examples').getAll()
  const same = known.filter(one => isSamePicture(one.fingerprint, example.fingerprint))
  const replaced = await Promise.all(same.map(({ id }) => takeExample(transaction, id)))
  await transaction.objectStore('examples').put(example)
  await transaction.objectStore('pictures').put(picture, example.id)
  return replaced
    .filter(one => one !== undefined)
    .sort((one, other) => one.taughtAt - other.taughtAt)
    .at(-1)
}

/** Adds an example, unless the same picture has a later one. @returns whether it was added */
export async function putUnlessOlder(transaction: TeachingTransaction, example: WholeExample): Promise<boolean> {
  const newer = await putExample(transaction, example)
  if (!newer || newer.taughtAt < example.taughtAt) return true
  await takeExample(transaction, example.id)
  await putExample(transaction, newer)
  return false
}

/** Removes an example. @returns undefined if there is none with this id */
export async function takeExample(transaction: TeachingTransaction, id: string): Promise<WholeExample | undefined> {
  const example = await transaction.objectStore('examples').get(id)
  const picture = await transaction.objectStore('pictures').get(id)
  await transaction.objectStore('examples').delete(id)
  await transaction.objectStore('pictures').delete(id)
  return example && picture && { ...example, picture }
}
