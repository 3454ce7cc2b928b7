import { relabelTags } from '../history/tags/relabel-tags.ts'
import type { OwnKind } from '../learning/said.ts'
import type { StoredExample, WholeExample } from './database/schema.ts'
import { changeTeaching, type TeachingTransaction } from './database/transactions.ts'
import { putUnlessOlder, takeExample } from './examples.ts'
import { announceTeaching } from './watch-teaching.ts'

/** Puts back what was deleted, except examples of pictures that were taught again since. @throws HistoryError */
type Restore = () => Promise<void>

/**
 * Deletes examples.
 * @returns restores them
 * @throws HistoryError
 */
export async function deleteExamples(ids: readonly string[]): Promise<Restore> {
  const taken = await changeTeaching(transaction => takeAll(transaction, ids))
  announceTeaching()
  await showUntold(taken)
  return () => restore(taken)
}

/**
 * Deletes an own kind and its examples.
 * @returns restores them
 * @throws HistoryError
 */
export async function deleteOwnKind(id: string): Promise<Restore> {
  const [kind, taken] = await changeTeaching(async transaction => {
    const kind = await transaction.objectStore('ownKinds').get(id)
    const examples = await transaction.objectStore('examples').getAll()
    const ids = examples.filter(({ says }) => 'own' in says && says.own === id).map(example => example.id)
    await transaction.objectStore('ownKinds').delete(id)
    return [kind, await takeAll(transaction, ids)] as const
  })
  announceTeaching()
  await showUntold(taken)
  return () => restore(taken, kind)
}

/**
 * Deletes everything that was taught. It cannot be restored.
 * @throws HistoryError
 */
export async function eraseTeaching(): Promise<void> {
  const examples = await changeTeaching(async transaction => {
    const examples = await transaction.objectStore('examples').getAll()
    for (const name of ['examples', 'pictures', 'ownKinds', 'replaced'] as const)
      await transaction.objectStore(name).clear()
    return examples
  })
  announceTeaching()
  await showUntold(examples)
}

/**
 * Lets the tags of deleted examples show what they showed before. The host does the same, but it may be asleep, and once awake
 * it knows nothing of what is gone. A history that cannot be changed must not keep what was taught.
 */
async function showUntold(examples: readonly StoredExample[]): Promise<void> {
  const tags = new Map(examples.map(({ tag }) => [tag, undefined]))
  await relabelTags(tags).catch(error => console.warn('The tags of deleted examples keep their labels.', error))
}

async function takeAll(transaction: TeachingTransaction, ids: readonly string[]): Promise<WholeExample[]> {
  const taken: WholeExample[] = []
  for (const id of ids) {
    const example = await takeExample(transaction, id)
    if (example) taken.push(example)
  }
  return taken
}

async function restore(examples: readonly WholeExample[], kind?: OwnKind): Promise<void> {
  await changeTeaching(async transaction => {
    if (kind) await transaction.objectStore('ownKinds').put(kind)
    for (const example of examples) await putUnlessOlder(transaction, example)
  })
  announceTeaching()
}
