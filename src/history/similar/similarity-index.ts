import { keysAfter, readRecords } from '../database/bulk-reads.ts'
import { readHistory } from '../database/transactions.ts'
import { type ReplicaSource, replicate } from '../replicate.ts'
import type { Catalogue } from '../search/catalogue.ts'
import type { Entry } from '../search/entry.ts'
import { matcherOf, type Query } from '../search/query.ts'
import { VectorIndex } from './vector-index.ts'

const EMBEDDING_LENGTH = 1280
/** 320 kB of embeddings. */
const READ_BATCH_SIZE = 250

/** A tag that resembles another. */
export interface SimilarItem {
  entry: Entry
  /** Cosine of the embeddings: 1 for the same picture; above about 0.85 the garments look alike. */
  similarity: number
}

/**
 * Finds tags by their looks. Holds every embedding in memory, 64 MB for 50,000 tags, and follows the changes of every
 * context. Reading takes a while: create one when it is first needed and keep it as long as the page lives.
 */
export class SimilarityIndex {
  #vectors = new VectorIndex(EMBEDDING_LENGTH)
  readonly #catalogue: Catalogue
  /** Resolves once everything is read; rejects with a HistoryError. */
  readonly complete: Promise<void>

  /**
   * @param catalogue knows which tags exist and what they are
   * @param onChange called after each batch read and each change
   * @param signal stops reading and following
   */
  constructor(catalogue: Catalogue, onChange: () => void, signal: AbortSignal) {
    this.#catalogue = catalogue
    this.complete = replicate(embeddingSource, this.#vectors, onChange, signal)
  }

  /** The number of embeddings read so far. */
  get size(): number {
    return this.#vectors.count
  }

  /** Finds tags that look like a given one, most similar first and without itself; empty if it is not read yet. */
  ofTag(id: string, limit: number, query: Query = {}): SimilarItem[] {
    const vector = this.#vectors.get(id)
    return vector ? this.#find(vector, limit, query, id) : []
  }

  /**
   * Finds tags that look like any picture, most similar first.
   * @param embedding as `Tag.embedding`
   * @param limit the maximum number of tags, up to 300
   * @param query which tags to consider, for example those of certain colours
   */
  ofPicture(embedding: Int8Array, limit: number, query: Query = {}): SimilarItem[] {
    return this.#find(embedding, limit, query)
  }

  #find(vector: Int8Array, limit: number, query: Query, except?: string): SimilarItem[] {
    const matches = matcherOf(query)
    const accept = (id: string) => {
      const entry = this.#catalogue.get(id)
      return id !== except && entry !== undefined && matches(entry)
    }
    return this.#vectors.closest(vector, limit, accept).flatMap(({ id, similarity }) => {
      const entry = this.#catalogue.get(id)
      return entry ? [{ entry, similarity }] : []
    })
  }
}

const embeddingSource: ReplicaSource<Int8Array> = {
  readBatch: after =>
    readHistory(database => readRecords(database.transaction('embeddings').store, keysAfter(after), READ_BATCH_SIZE)),
  // The embedding of a deleted tag remains for a while, but the catalogue no longer knows the tag.
  readSome: ids =>
    readHistory(database => {
      const { store } = database.transaction('embeddings')
      return Promise.all(ids.map(id => store.get(id)))
    }),
}
