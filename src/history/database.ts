import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { HistoryError, toHistoryError } from './history-error.ts'
import type { Tag } from './tag.ts'

/** What a list shows and a search reads of a tag. */
export type TagFacts = Omit<Tag, 'thumbnail' | 'embedding'>

/**
 * Three stores under one key, the tag's id: a search reads every tag's facts and a similarity search every embedding,
 * and neither should pay for 50,000 blob handles.
 */
export interface HistorySchema extends DBSchema {
  tags: {
    key: string
    value: TagFacts
    // The id in the index keys makes them unique, so that a page of results can start exactly where the last one ended.
    indexes: { seenAt: [number, string]; garment: [string, number, string] }
  }
  thumbnails: { key: string; value: Blob }
  embeddings: { key: string; value: Int8Array }
}

const VERSION = 1
let opened: Promise<IDBPDatabase<HistorySchema>> | undefined

/**
 * The open database; one connection a context, opened again after the browser or a newer version has closed it.
 * @throws HistoryError `blocked` or `unavailable`
 */
export function openHistory(): Promise<IDBPDatabase<HistorySchema>> {
  if (!opened) {
    const opening = open()
    opening.catch(() => forget(opening))
    opened = opening
  }
  return opened
}

function open(): Promise<IDBPDatabase<HistorySchema>> {
  return new Promise((resolve, reject) => {
    let blocked = false
    openDB<HistorySchema>('history', VERSION, {
      upgrade: createStores,
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

function createStores(database: IDBPDatabase<HistorySchema>, oldVersion: number): void {
  if (oldVersion < 1) {
    const tags = database.createObjectStore('tags', { keyPath: 'id' })
    tags.createIndex('seenAt', ['seenAt', 'id'])
    tags.createIndex('garment', ['garment', 'seenAt', 'id'])
    database.createObjectStore('thumbnails')
    database.createObjectStore('embeddings')
  }
}
