import type { DBSchema, IDBPDatabase } from 'idb'
import type { TagMetadata } from '../tag.ts'
import type { LabelCounts } from './label-counts.ts'

export const DATABASE_NAME = 'history'
export const DATABASE_VERSION = 5

/**
 * Three stores share one key, the tag's id: a search reads the metadata of every tag and a similarity search every
 * embedding, and neither should have to load 50,000 pictures. A fourth store holds the metadata of deleted tags for as
 * long as the deletion can be undone. A fifth holds two records: the number of tags of each class and of each kind. A sixth holds
 * what tells this database from a new one (`src/history/rescue/`).
 */
export interface HistorySchema extends DBSchema {
  tags: {
    key: string
    value: TagMetadata
    // The id makes each index key unique, so that a page of results can start exactly where the previous one ended.
    // `favouriteSince` contains favourites only.
    indexes: {
      seenAt: [number, string]
      by: [TagMetadata['by'], number, string]
      favouriteSince: number
    }
  }
  // Bytes, because the browser stores each Blob as a separate file, which makes writing six times slower. Version 1 used Blobs.
  thumbnails: { key: string; value: Uint8Array<ArrayBuffer> | Blob }
  embeddings: { key: string; value: Int8Array<ArrayBuffer> }
  deleted: { key: string; value: DeletedTag }
  // Missing records count nothing: `kinds` did not exist before there were tags with kinds.
  counts: { key: 'garments' | 'kinds'; value: LabelCounts }
  about: { key: 'identity'; value: string }
}

/** The metadata of a deleted tag. */
interface DeletedTag extends TagMetadata {
  /** Identifies the deletion. Missing from tags that were deleted before version 5. */
  deletion?: string
}

export type HistoryDatabase = IDBPDatabase<HistorySchema>
