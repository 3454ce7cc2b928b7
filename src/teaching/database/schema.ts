import type { DBSchema, IDBPDatabase } from 'idb'
import type { Example } from '../../learning/example.ts'
import type { OwnKind } from '../../learning/said.ts'

export const DATABASE_NAME = 'teaching'
export const DATABASE_VERSION = 1

/**
 * What the user has taught. It has a database of its own, so that neither damage nor an erasure of the history affects it.
 * Learning reads every example and no picture, so the pictures have a store of their own.
 */
export interface TeachingSchema extends DBSchema {
  examples: { key: string; value: StoredExample }
  /** Picture files of 224×224 pixels by the id of their example: the network's input, to embed it again. */
  pictures: { key: string; value: Uint8Array<ArrayBuffer> }
  ownKinds: { key: string; value: OwnKind }
  /** The example that another one has replaced, by the id of the other, for as long as that one can be taken back. */
  replaced: { key: string; value: WholeExample }
}

/** An example as the database stores it. */
export interface StoredExample extends Example {
  /** Id of the picture's tag: SHA-256 of its file in hex. The history may have none. */
  tag: string
}

/** An example with its picture. */
export interface WholeExample extends StoredExample {
  picture: Uint8Array<ArrayBuffer>
}

export type TeachingDatabase = IDBPDatabase<TeachingSchema>
