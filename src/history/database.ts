import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb'
import type { Garment } from '../apparel/classes.ts'
import { HistoryError, toHistoryError } from './history-error.ts'
import type { TagFacts } from './tag.ts'

/**
 * Three stores under one key, the tag's id: a search reads every tag's facts and a similarity search every embedding,
 * and neither should pay for 50,000 pictures. A fourth holds the facts of what was deleted until that cannot be undone.
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
      garment: Garment
    }
  }
  // Bytes, since the browser keeps each Blob as a file of its own: to write them takes six times as long. Version 1 did.
  thumbnails: { key: string; value: Uint8Array<ArrayBuffer> | Blob }
  embeddings: { key: string; value: Int8Array<ArrayBuffer> }
  deleted: { key: string; value: DeletedTag; indexes: { deletedAt: number } }
}

/** The facts of a deleted tag. */
export interface DeletedTag extends TagFacts {
  /** Milliseconds since 1970. */
  deletedAt: number
}

export type HistoryDatabase = IDBPDatabase<HistorySchema>
type Upgrade = IDBPTransaction<HistorySchema, StoreNames<HistorySchema>[], 'versionchange'>

const VERSION = 3
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
  if (oldVersion < 2) {
    const tags = transaction.objectStore('tags')
    // Of version 1, of pairs of garment and time; nothing has ever read it.
    if (tags.indexNames.contains('garment')) tags.deleteIndex('garment')
    tags.createIndex('by', ['by', 'seenAt', 'id'])
    tags.createIndex('favouriteSince', 'favouriteSince')
    database.createObjectStore('deleted', { keyPath: 'id' }).createIndex('deletedAt', 'deletedAt')
  }
  // To count the tags of each class without reading them.
  if (oldVersion < 3) transaction.objectStore('tags').createIndex('garment', 'garment')
}
