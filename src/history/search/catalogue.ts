import { read } from '../transactions.ts'
import { watchHistory } from '../watch-history.ts'
import { Entries } from './entries.ts'
import type { Entry } from './entry.ts'
import type { Query } from './query.ts'
import type { Sort } from './sort.ts'

/** Tags read at a time: 10 to 20 ms of work. */
const CHUNK = 500

/**
 * The whole history for searches, in memory: some 20 MB for 50,000 tags. It is read once, and then follows what any
 * context changes. Show `newestTags` until it is there.
 */
export class Catalogue {
  #entries = new Entries()
  /** What changed while all was being read; it may have been read before it changed. */
  #touched: Set<string> | undefined = new Set()
  /** What was read before the latest one counts no more. */
  #erasures = 0
  readonly #onChange: () => void
  readonly #signal: AbortSignal
  /** Resolves once all is read. @throws HistoryError */
  readonly complete: Promise<void>

  /**
   * @param onChange called after each part that was read and after each change: searches may find something else now
   * @param signal ends it
   */
  constructor(onChange: () => void, signal: AbortSignal) {
    this.#onChange = onChange
    this.#signal = signal
    watchHistory(change => {
      if (change.type === 'erased') this.#erase()
      // Where the database is gone, what is shown stays as it was.
      else if ('ids' in change) this.#refresh(change.ids).catch(() => {})
    }, signal)
    this.complete = this.#load()
  }

  /** Tags that are read so far. */
  get size(): number {
    return this.#entries.size
  }

  /** False while there may be more than what searches find. */
  get isComplete(): boolean {
    return this.#touched === undefined
  }

  get(id: string): Entry | undefined {
    return this.#entries.get(id)
  }

  /** What fits of all that is read, in order. */
  search(query: Query, sort: Sort = 'newest'): Entry[] {
    return this.#entries.search(query, sort)
  }

  async #load(): Promise<void> {
    let last: string | undefined
    for (;;) {
      const erasures = this.#erasures
      const range = last === undefined ? undefined : IDBKeyRange.lowerBound(last, true)
      const tags = await read(database => database.getAll('tags', range, CHUNK))
      if (this.#signal.aborted) return
      if (erasures !== this.#erasures) {
        last = undefined
        continue
      }
      for (const facts of tags) this.#entries.set(facts)
      last = tags.at(-1)?.id
      if (tags.length < CHUNK) break
      this.#onChange()
    }
    const touched = [...(this.#touched ?? [])]
    this.#touched = undefined
    await this.#refresh(touched)
    this.#onChange()
  }

  /** Looks at tags again: whatever is said of them, the database knows what they are now. */
  async #refresh(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    for (const id of ids) this.#touched?.add(id)
    const erasures = this.#erasures
    const found = await read(async database => {
      const { store } = database.transaction('tags')
      return Promise.all(ids.map(id => store.get(id)))
    })
    if (this.#signal.aborted) return
    if (erasures !== this.#erasures) return this.#refresh(ids)
    found.forEach((facts, i) => {
      if (facts) this.#entries.set(facts)
      else this.#entries.delete(ids[i] ?? '')
    })
    this.#onChange()
  }

  #erase(): void {
    this.#erasures++
    this.#entries.clear()
    this.#onChange()
  }
}
