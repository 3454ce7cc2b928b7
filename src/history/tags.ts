import type { IDBPTransaction, StoreNames } from 'idb'
import { type HistorySchema, openHistory } from './database.ts'
import { toHistoryError } from './history-error.ts'
import type { Tag } from './tag.ts'
import { announce } from './watch-history.ts'

type Stores = StoreNames<HistorySchema>[]
type Change = IDBPTransaction<HistorySchema, Stores, 'readwrite'>

/**
 * Keeps a tag. A picture that is already known takes over the new page, time and prediction, but one that a person has
 * asked about stays `asked`.
 * @throws HistoryError
 */
export async function keepTag(tag: Tag): Promise<void> {
  await change(async stores => {
    const known = await stores.objectStore('tags').get(tag.id)
    await put(stores, known?.by === 'asked' ? { ...tag, by: 'asked' } : tag)
  })
  announce({ type: 'kept', id: tag.id })
}

/**
 * Deletes a tag.
 * @returns the whole tag, for `restoreTag`; undefined where there was none
 * @throws HistoryError
 */
export async function deleteTag(id: string): Promise<Tag | undefined> {
  const tag = await change(async stores => {
    const [facts, thumbnail, embedding] = await Promise.all([
      stores.objectStore('tags').get(id),
      stores.objectStore('thumbnails').get(id),
      stores.objectStore('embeddings').get(id),
    ])
    await Promise.all(everyStore.map(name => stores.objectStore(name).delete(id)))
    return facts && thumbnail && embedding ? { ...facts, thumbnail, embedding } : undefined
  })
  announce({ type: 'deleted', id })
  return tag
}

/**
 * Puts a deleted tag back as it was, unless the picture has been seen again since.
 * @throws HistoryError
 */
export async function restoreTag(tag: Tag): Promise<void> {
  await change(async stores => {
    if (!(await stores.objectStore('tags').get(tag.id))) await put(stores, tag)
  })
  announce({ type: 'kept', id: tag.id })
}

const everyStore: Stores = ['tags', 'thumbnails', 'embeddings']

async function put(stores: Change, { thumbnail, embedding, ...facts }: Tag): Promise<void> {
  // One after the other: a put that throws at once would leave the promises of the others unheard.
  await stores.objectStore('tags').put(facts)
  await stores.objectStore('thumbnails').put(thumbnail, facts.id)
  await stores.objectStore('embeddings').put(embedding, facts.id)
}

async function change<Result>(work: (stores: Change) => Promise<Result>): Promise<Result> {
  let transaction: Change | undefined
  try {
    transaction = (await openHistory()).transaction(everyStore, 'readwrite')
    // Both are awaited at once: a transaction that aborts rejects its requests too, and none may go unheard.
    const [result] = await Promise.all([allOrNothing(transaction, work), transaction.done])
    return result
  } catch (cause) {
    // A request only says that it was aborted; its transaction knows why.
    throw toHistoryError(transaction?.error ?? cause)
  }
}

async function allOrNothing<Result>(stores: Change, work: (stores: Change) => Promise<Result>): Promise<Result> {
  try {
    return await work(stores)
  } catch (cause) {
    if (!stores.error) stores.abort()
    throw cause
  }
}
