import { keysAfter } from '../database/bulk-reads.ts'
import { readHistory } from '../database/transactions.ts'
import { type ReplicaSource, replicate } from '../replicate.ts'
import type { TagMetadata } from '../tag.ts'
import { Entries } from './entries.ts'
import type { Entry } from './entry.ts'
import type { Query } from './query.ts'
import type { Sort } from './sort.ts'

/** 10 to 20 ms of work. */
const READ_BATCH_SIZE = 500

/**
 * The whole history in memory, for searches: about 20 MB for 50,000 tags. It is read once and then follows the changes of
 * every context. Until it is complete, show `newestTags`.
 */
export class Catalogue {
  #entries = new Entries()
  #isComplete = false
  /** Resolves once everything is read; rejects with a HistoryError. */
  readonly complete: Promise<void>

  /**
   * @param onChange called after each batch read and each change, when searches may find something else
   * @param signal stops reading and following
   * @param start reading waits for it, and rejects with it
   */
  constructor(onChange: () => void, signal: AbortSignal, start?: Promise<unknown>) {
    this.complete = replicate(metadataSource, this.#entries, onChange, signal, start).then(() => {
      this.#isComplete = true
      onChange()
    })
  }

  /** The number of tags read so far. */
  get size(): number {
    return this.#entries.size
  }

  /** False while there may be more tags than searches can find. */
  get isComplete(): boolean {
    return this.#isComplete
  }

  /** The entry of a tag; undefined if the tag is gone or not read yet. */
  get(id: string): Entry | undefined {
    return this.#entries.get(id)
  }

  /** Finds the matching entries among those read so far, sorted. */
  search(query: Query, sort: Sort = 'newest'): Entry[] {
    return this.#entries.search(query, sort)
  }
}

const metadataSource: ReplicaSource<TagMetadata> = {
  readBatch: after =>
    readHistory(async database => {
      const tags = await database.getAll('tags', keysAfter(after), READ_BATCH_SIZE)
      return tags.map(metadata => [metadata.id, metadata])
    }),
  readSome: ids =>
    readHistory(database => {
      const { store } = database.transaction('tags')
      return Promise.all(ids.map(id => store.get(id)))
    }),
}
