import { mirror, type Source } from '../mirror.ts'
import { keysAfter } from '../records.ts'
import type { TagFacts } from '../tag.ts'
import { read } from '../transactions.ts'
import { Entries } from './entries.ts'
import type { Entry } from './entry.ts'
import type { Query } from './query.ts'
import type { Sort } from './sort.ts'

/** Tags read at a time: 10 to 20 ms of work. */
const PART = 500

/**
 * The whole history for searches, in memory: some 20 MB for 50,000 tags. It is read once, and then follows what any
 * context changes. Show `newestTags` until it is there.
 */
export class Catalogue {
  #entries = new Entries()
  #isComplete = false
  /** Resolves once all is read; rejects with a HistoryError. */
  readonly complete: Promise<void>

  /**
   * @param onChange called after each part that was read and after each change: searches may find something else now
   * @param signal ends it
   */
  constructor(onChange: () => void, signal: AbortSignal) {
    this.complete = mirror(facts, this.#entries, onChange, signal).then(() => {
      this.#isComplete = true
      onChange()
    })
  }

  /** Tags that are read so far. */
  get size(): number {
    return this.#entries.size
  }

  /** False while there may be more than what searches find. */
  get isComplete(): boolean {
    return this.#isComplete
  }

  /** What is known of a tag; undefined of one that is gone or not read yet. */
  get(id: string): Entry | undefined {
    return this.#entries.get(id)
  }

  /** What fits of all that is read, in order. */
  search(query: Query, sort: Sort = 'newest'): Entry[] {
    return this.#entries.search(query, sort)
  }
}

const facts: Source<TagFacts> = {
  part: after =>
    read(async database => {
      const tags = await database.getAll('tags', keysAfter(after), PART)
      return tags.map(facts => [facts.id, facts])
    }),
  some: ids =>
    read(database => {
      const { store } = database.transaction('tags')
      return Promise.all(ids.map(id => store.get(id)))
    }),
}
