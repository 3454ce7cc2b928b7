import type { IDBPTransaction, StoreNames } from 'idb'
import type { HistorySchema } from '../database/schema.ts'
import type { Tag } from '../tag.ts'
import { BATCH_SIZE } from './for-each-batch.ts'

/** Any transaction that includes the tags. */
type TagTransaction = IDBPTransaction<HistorySchema, ['tags'], IDBTransactionMode> | WritableTransaction
type WritableTransaction = IDBPTransaction<HistorySchema, StoreNames<HistorySchema>[], 'readwrite' | 'versionchange'>

/** The month of the first release: a clock that shows an earlier time is wrong. */
export const EARLIEST_NOW_MS = Date.UTC(2026, 10, 1)
/** Tags that are later than the clock by more were made while it ran ahead. Less is a correction of the clock. */
const MAX_LEAD_MS = 86_400_000

/**
 * Gives new sightings times that are not earlier than any in the history, because retention deletes what has the earliest
 * time: a clock that was set back must not make the newest tags the oldest. Tags that a clock ahead of its time has dated in
 * the future are dated back first, so that the new sightings keep their own times.
 * @param tags in the order in which they were seen
 * @returns the tags with their times, and the ids of the tags that were dated back
 */
export async function timeSightings(
  transaction: WritableTransaction,
  tags: readonly Tag[],
): Promise<{ timed: Tag[]; movedIds: string[] }> {
  const movedIds = await dateBack(transaction, Math.min(...tags.map(({ seenAt }) => seenAt)))
  let latest = await latestTime(transaction)
  const timed = tags.map(tag => {
    latest = tag.seenAt >= latest ? tag.seenAt : latest + 1
    return { ...tag, seenAt: latest }
  })
  return { timed, movedIds }
}

/**
 * Dates back the tags that are too far in the future to be right, to just before now and in their order. Does nothing while
 * the clock itself is certainly wrong.
 * @param now milliseconds since 1970
 * @returns the ids of the changed tags
 */
export async function dateBack(transaction: WritableTransaction, now: number): Promise<string[]> {
  if (!(await hasFutureTags(transaction, now))) return []
  const store = transaction.objectStore('tags')
  // An array sorts after every text, and so after every id.
  const future = IDBKeyRange.lowerBound([now, []])
  const count = await store.index('seenAt').count(future)
  const ids: string[] = []
  while (ids.length < count) {
    const batch = await store.index('seenAt').getAll(future, BATCH_SIZE)
    const writes = batch.map((tag, i) => store.put({ ...tag, seenAt: now - count + ids.length + i }))
    await Promise.all(writes)
    ids.push(...batch.map(({ id }) => id))
  }
  return ids
}

/**
 * Whether `dateBack` has anything to do, for which no other transaction must wait.
 * @param now milliseconds since 1970
 */
export async function hasFutureTags(transaction: TagTransaction, now: number): Promise<boolean> {
  return now >= EARLIEST_NOW_MS && (await latestTime(transaction)) > now + MAX_LEAD_MS
}

/** The latest time in the history, in milliseconds since 1970; 0 if it is empty. */
async function latestTime(transaction: TagTransaction): Promise<number> {
  // The types of the two kinds of transaction differ in what is not used here.
  const tags = (transaction as WritableTransaction).objectStore('tags')
  const cursor = await tags.index('seenAt').openKeyCursor(null, 'prev')
  return cursor?.key[0] ?? 0
}
