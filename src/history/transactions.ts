import type { IDBPTransaction, StoreNames } from 'idb'
import { type HistoryDatabase, type HistorySchema, openHistory } from './database.ts'
import { toHistoryError } from './history-error.ts'

/** All stores, in a transaction that writes. */
export type Change = IDBPTransaction<HistorySchema, StoreNames<HistorySchema>[], 'readwrite'>

/**
 * Reads.
 * @throws HistoryError
 */
export async function read<Result>(work: (database: HistoryDatabase) => Promise<Result>): Promise<Result> {
  try {
    return await work(await openHistory())
  } catch (cause) {
    throw toHistoryError(cause)
  }
}

/**
 * Writes all that `work` asks for, or nothing. Once this resolves it is safe from a browser that crashes or is killed.
 * After a power cut the latest seconds may be missing, and nothing is ever half there: waiting for the disk each time
 * (`strict`) would cost every tag a flush, dozens on each page of a shop.
 * @throws HistoryError
 */
export async function change<Result>(work: (stores: Change) => Promise<Result>): Promise<Result> {
  let transaction: Change | undefined
  try {
    transaction = (await openHistory()).transaction(everyStore, 'readwrite', { durability: 'relaxed' })
    // Both are awaited at once: a transaction that aborts rejects its requests too, and none may go unheard.
    const [result] = await Promise.all([allOrNothing(transaction, work), transaction.done])
    return result
  } catch (cause) {
    // A request only says that it was aborted; its transaction knows why.
    throw toHistoryError(transaction?.error ?? cause)
  }
}

const everyStore: StoreNames<HistorySchema>[] = ['tags', 'thumbnails', 'embeddings', 'deleted', 'counts']

async function allOrNothing<Result>(stores: Change, work: (stores: Change) => Promise<Result>): Promise<Result> {
  try {
    return await work(stores)
  } catch (cause) {
    if (!stores.error) stores.abort()
    throw cause
  }
}
