import type { StoreNames } from 'idb'
import { openHistory } from './open-history.ts'
import { runReads, runTransaction, type WriteTransactionOf } from './run-transaction.ts'
import type { HistoryDatabase, HistorySchema } from './schema.ts'

/** A transaction that may write to every store of the history. */
export type WriteTransaction = WriteTransactionOf<HistorySchema>

/**
 * Runs `work` on the database and turns its errors into HistoryErrors.
 * @throws HistoryError
 */
export function readHistory<Result>(work: (database: HistoryDatabase) => Promise<Result>): Promise<Result> {
  return runReads(openHistory, work)
}

/**
 * Writes everything that `work` asks for, or nothing. What is written survives a crash of the browser once this resolves.
 * A power cut may lose the last few seconds but never leaves a partial write: `strict` durability would cost a disk flush
 * for every tag, dozens on each shop page.
 * @throws HistoryError
 */
export function changeHistory<Result>(work: (transaction: WriteTransaction) => Promise<Result>): Promise<Result> {
  return runTransaction(openHistory, allStores, 'relaxed', work)
}

const allStores: StoreNames<HistorySchema>[] = ['tags', 'thumbnails', 'embeddings', 'deleted', 'counts', 'about']
