import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb'
import { countOf, type GarmentCounts } from './counts.ts'
import { HistoryError, toHistoryError } from './history-error.ts'
import { keysAfter } from './records.ts'
import type { TagFacts } from './tag.ts'

/**
 * Three stores under one key, the tag's id: a search reads every tag's facts and a similarity search every embedding,
 * and neither should pay for 50,000 pictures. A fourth holds the facts of what was deleted until that cannot be undone; a
 * fifth, in one record, how many tags there are of each class.
 */
export interface HistorySchema extends DBSchema {
  tags: {
    key: string
    value: TagFacts
    // The id in the index keys makes them unique, so that a page of results can start exactly where the last one ended.
    // Only favourites are in the index of their name.
    indexes: {
      seenAt: [number, string]
      by: [TagFacts['by'], number, string]
      favouriteSince: number
    }
  }
  // Bytes, since the browser keeps each Blob as a file of its own: to write them takes six times as long. Version 1 did.
  thumbnails: { key: string; value: Uint8Array<ArrayBuffer> | Blob }
  embeddings: { key: string; value: Int8Array<ArrayBuffer> }
  deleted: { key: string; value: DeletedTag; indexes: { deletedAt: number } }
  counts: { key: 'garments'; value: GarmentCounts }
}

/** The facts of a deleted tag. */
export interface DeletedTag extends TagFacts {
  /** Milliseconds since 1970. */
  deletedAt: number
}

export type HistoryDatabase = IDBPDatabase<HistorySchema>
type Upgrade = IDBPTransaction<HistorySchema, StoreNames<HistorySchema>[], 'versionchange'>

const VERSION = 4
/** Tags that are read at a time, to be counted. */
const PART = 500
let opened: Promise<HistoryDatabase> | undefined

/**
 * The open database; one connection a context, opened again after the browser or a newer version has closed it.
 * @throws HistoryError `blocked` or `unavailable`
 */
export function openHistory(): Promise<HistoryDatabase> {
  if (!opened) {
    const opening = open()
    opening.catch(() => forget(opening))
    opened = opening
  }
  return opened
}

function open(): Promise<HistoryDatabase> {
  return new Promise((resolve, reject) => {
    let blocked = false
    openDB<HistorySchema>('history', VERSION, {
      upgrade,
      blocked() {
        blocked = true
        reject(new HistoryError('blocked'))
      },
      // A newer version of the extension waits for this connection: give way rather than hold it up.
      blocking(_current, _newer, event) {
        ;(event.target as IDBDatabase).close()
        opened = undefined
      },
      terminated() {
        opened = undefined
      },
    }).then(
      database => (blocked ? database.close() : resolve(database)),
      cause => reject(toHistoryError(cause)),
    )
  })
}

function forget(failed: Promise<unknown>): void {
  if (opened === failed) opened = undefined
}

/** Step by step from any older version. No record is written anew: that could take long, and the browser might be killed. */
function upgrade(database: HistoryDatabase, oldVersion: number, _: number | null, transaction: Upgrade): void {
  if (oldVersion < 1) {
    database.createObjectStore('tags', { keyPath: 'id' }).createIndex('seenAt', ['seenAt', 'id'])
    database.createObjectStore('thumbnails')
    database.createObjectStore('embeddings')
  }
  const tags = transaction.objectStore('tags')
  if (oldVersion < 2) {
    tags.createIndex('by', ['by', 'seenAt', 'id'])
    tags.createIndex('favouriteSince', 'favouriteSince')
    database.createObjectStore('deleted', { keyPath: 'id' }).createIndex('deletedAt', 'deletedAt')
  }
  if (oldVersion < 4) {
    // Of versions 1 and 3: to count by it took as long as there were tags.
    if ((tags.indexNames as DOMStringList).contains('garment')) tags.deleteIndex('garment')
    database.createObjectStore('counts')
    // Without its counts the database stays as it was.
    countAll(transaction).catch(() => transaction.abort())
  }
}

async function countAll(transaction: Upgrade): Promise<void> {
  const tags = transaction.objectStore('tags')
  const counts: GarmentCounts = {}
  let part = await tags.getAll(undefined, PART)
  while (part.length > 0) {
    for (const facts of part) counts[facts.garment] = countOf(counts, facts.garment) + 1
    part = await tags.getAll(keysAfter(part.at(-1)?.id), PART)
  }
  await transaction.objectStore('counts').put(counts, 'garments')
}
