import type { TagMetadata } from '../tag.ts'
import { type Entry, toEntry } from './entry.ts'
import { matcherOf, type Query } from './query.ts'
import { inOrder, newestFirst, type Sort } from './sort.ts'

/** The searchable entries of all tags, in memory. */
export class Entries {
  #entries = new Map<string, Entry>()
  /** Newest first, as of the latest search. The other orders derive from it and stay valid until a tag changes. */
  #newest: Entry[] = []
  #orders = new Map<Sort, Entry[]>()
  /** Entries not yet in `#newest`. */
  #added = new Set<Entry>()
  #isStale = false
  #texts = new Map<string, string>()

  get size(): number {
    return this.#entries.size
  }

  get(id: string): Entry | undefined {
    return this.#entries.get(id)
  }

  /** Adds or replaces a tag. */
  set(id: string, metadata: TagMetadata): void {
    this.delete(id)
    const entry = toEntry(metadata, this.#intern)
    this.#entries.set(id, entry)
    this.#added.add(entry)
  }

  delete(id: string): void {
    const entry = this.#entries.get(id)
    if (!entry) return
    this.#entries.delete(id)
    if (!this.#added.delete(entry)) this.#isStale = true
  }

  clear(): void {
    this.#entries.clear()
    this.#added.clear()
    this.#texts.clear()
    this.#isStale = true
  }

  /** Finds the matching entries, sorted. */
  search(query: Query, sort: Sort = 'newest'): Entry[] {
    return this.#sorted(sort).filter(matcherOf(query))
  }

  #sorted(sort: Sort): Entry[] {
    if (this.#isStale || this.#added.size > 0) this.#update()
    const known = sort === 'newest' ? this.#newest : this.#orders.get(sort)
    if (known) return known
    const entries = inOrder(this.#newest, sort)
    this.#orders.set(sort, entries)
    return entries
  }

  #update(): void {
    const remaining = this.#isStale ? this.#newest.filter(entry => this.#entries.get(entry.id) === entry) : this.#newest
    // Sorting a nearly sorted array is fast.
    this.#newest = [...remaining, ...[...this.#added].sort(newestFirst)].sort(newestFirst)
    this.#added.clear()
    this.#orders.clear()
    this.#isStale = false
  }

  /** Makes thousands of tags from one site, or of one kind, share a single string. */
  #intern = (text: string): string => {
    const known = this.#texts.get(text)
    if (known === undefined) this.#texts.set(text, text)
    return known ?? text
  }
}
