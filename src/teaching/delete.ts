import type { WholeExample } from './database/schema.ts'
import { changeTeaching, type TeachingTransaction } from './database/transactions.ts'
import { announceOwnKinds, announceTeaching } from './watch-teaching.ts'

/** Undoes a deletion. @throws HistoryError */
type Restore = () => Promise<void>

/**
 * Deletes examples with their pictures. Ids of examples that are gone are ignored.
 * @throws HistoryError
 */
export async function deleteExamples(ids: readonly string[]): Promise<Restore> {
  const taken = await changeTeaching(transaction => takeExamples(transaction, ids))
  announceTeaching()
  return async () => {
    await changeTeaching(transaction => putExamples(transaction, taken))
    announceTeaching()
  }
}

/**
 * Deletes an own kind with its examples.
 * @throws HistoryError
 */
export async function deleteOwnKind(id: string): Promise<Restore> {
  const { kind, taken } = await changeTeaching(async transaction => {
    const kind = await transaction.objectStore('ownKinds').get(id)
    await transaction.objectStore('ownKinds').delete(id)
    const examples = await transaction.objectStore('examples').getAll()
    const ids = examples.filter(({ says }) => 'own' in says && says.own === id).map(example => example.id)
    return { kind, taken: await takeExamples(transaction, ids) }
  })
  announceOwnKinds()
  return async () => {
    await changeTeaching(async transaction => {
      if (kind) await transaction.objectStore('ownKinds').put(kind)
      await putExamples(transaction, taken)
    })
    announceOwnKinds()
  }
}

/**
 * Deletes everything that was taught. This cannot be undone.
 * @throws HistoryError
 */
export async function eraseTeaching(): Promise<void> {
  await changeTeaching(async transaction => {
    await Promise.all([...transaction.objectStoreNames].map(name => transaction.objectStore(name).clear()))
  })
  announceOwnKinds()
}

async function takeExamples(transaction: TeachingTransaction, ids: readonly string[]): Promise<WholeExample[]> {
  const examples = transaction.objectStore('examples')
  const pictures = transaction.objectStore('pictures')
  const taken = await Promise.all(
    ids.map(async id => {
      const [example, picture] = await Promise.all([examples.get(id), pictures.get(id)])
      await Promise.all([examples.delete(id), pictures.delete(id), transaction.objectStore('replaced').delete(id)])
      return example && picture && { ...example, picture }
    }),
  )
  return taken.filter(example => example !== undefined)
}

async function putExamples(transaction: TeachingTransaction, examples: readonly WholeExample[]): Promise<void> {
  await Promise.all(
    examples.flatMap(({ picture, ...example }) => [
      transaction.objectStore('examples').put(example),
      transaction.objectStore('pictures').put(picture, example.id),
    ]),
  )
}
