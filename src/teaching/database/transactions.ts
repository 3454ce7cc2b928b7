import type { StoreNames } from 'idb'
import { connectTo } from '../../history/database/connect.ts'
import { runReads, runTransaction, type WriteTransactionOf } from '../../history/database/run-transaction.ts'
import { DATABASE_NAME, DATABASE_VERSION, type TeachingDatabase, type TeachingSchema } from './schema.ts'

/** A transaction that may write to every store. */
export type TeachingTransaction = WriteTransactionOf<TeachingSchema>

const openTeaching = connectTo<TeachingSchema>(DATABASE_NAME, DATABASE_VERSION, database => {
  database.createObjectStore('examples', { keyPath: 'id' })
  database.createObjectStore('pictures')
  database.createObjectStore('ownKinds', { keyPath: 'id' })
  database.createObjectStore('replaced')
})

/**
 * Runs `work` on the database.
 * @throws HistoryError
 */
export function readTeaching<Result>(work: (database: TeachingDatabase) => Promise<Result>): Promise<Result> {
  return runReads(openTeaching, work)
}

/**
 * Writes everything that `work` asks for, or nothing. It is on the disk when this resolves: a person teaches a picture at a
 * time, and nobody can see it again to teach it once more.
 * @throws HistoryError
 */
export function changeTeaching<Result>(work: (transaction: TeachingTransaction) => Promise<Result>): Promise<Result> {
  return runTransaction(openTeaching, allStores, 'strict', work)
}

const allStores: StoreNames<TeachingSchema>[] = ['examples', 'pictures', 'ownKinds', 'replaced']
