import { mirror, type Source } from '../mirror.ts'
import { keysAfter, readRecords } from '../records.ts'
import type { Catalogue } from '../search/catalogue.ts'
import type { Entry } from '../search/entry.ts'
import { matcherOf, type Query } from '../search/query.ts'
import { read } from '../transactions.ts'
import { Vectors } from './vectors.ts'

/** Components of an embedding. */
const SIZE = 1280
/** Embeddings read at a time: 320 kB. */
const PART = 250

/** A tag that looks like another. */
export interface SimilarItem {
  entry: Entry
  /** Cosine of the embeddings: 1 of the same picture; above 0.85 or so it looks alike. */
  similarity: number
}

/**
 * The history by looks: every embedding in memory, 64 MB of 50,000. It is read once, so make it when it is first needed
 * and keep it while the page lives; it follows what any context changes.
 */
export class SimilarItems {
  #vectors = new Vectors(SIZE)
  readonly #catalogue: Catalogue
  /** Resolves once all is read; rejects with a HistoryError. */
  readonly complete: Promise<void>

  /**
   * @param catalogue knows which tags there are and what they are
   * @param onChange called after each part that was read and after each change
   * @param signal ends it
   */
  constructor(catalogue: Catalogue, onChange: () => void, signal: AbortSignal) {
    this.#catalogue = catalogue
    this.complete = mirror(embeddings, this.#vectors, onChange, signal)
  }

  /** Embeddings that are read so far. */
  get size(): number {
    return this.#vectors.count
  }

  /** Tags that look like one, the likest first, without that one. Nothing where it is not read yet. */
  ofTag(id: string, limit: number, query: Query = {}): SimilarItem[] {
    const vector = this.#vectors.get(id)
    return vector ? this.#find(vector, limit, query, id) : []
  }

  /**
   * Tags that look like any picture, the likest first.
   * @param embedding as `Tag.embedding`
   * @param limit so many at most, up to 300
   * @param query which tags count, as of some colours
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

const embeddings: Source<Int8Array> = {
  part: after => read(database => readRecords(database.transaction('embeddings').store, keysAfter(after), PART)),
  // That of a deleted tag stays a while. The catalogue does not know it any more.
  some: ids =>
    read(database => {
      const { store } = database.transaction('embeddings')
      return Promise.all(ids.map(id => store.get(id)))
    }),
}
