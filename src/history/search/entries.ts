import type { TagFacts } from '../tag.ts'
import { type Entry, toEntry } from './entry.ts'
import { matcherOf, type Query } from './query.ts'
import { inOrder, newestFirst, type Sort } from './sort.ts'

/** All tags as a search sees them, in memory. */
export class Entries {
  #entries = new Map<string, Entry>()
  /** As they were when they were last asked for; other orders are made of it, and hold until a tag changes. */
  #newest: Entry[] = []
  #orders = new Map<Sort, Entry[]>()
  /** Those that are not in `#newest` yet. */
  #added = new Set<Entry>()
  #isStale = false
  #sites = new Map<string, string>()

  get size(): number {
    return this.#entries.size
  }

  get(id: string): Entry | undefined {
    return this.#entries.get(id)
  }

  /** Adds a tag, or takes over what has changed of it. */
  set(id: string, facts: TagFacts): void {
    this.delete(id)
    const entry = toEntry(facts, this.#once)
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
    this.#sites.clear()
    this.#isStale = true
  }

  /** What fits, in order. */
  search(query: Query, sort: Sort = 'newest'): Entry[] {
    return this.#ordered(sort).filter(matcherOf(query))
  }

  #ordered(sort: Sort): Entry[] {
    if (this.#isStale || this.#added.size > 0) this.#renew()
    const known = sort === 'newest' ? this.#newest : this.#orders.get(sort)
    if (known) return known
    const entries = inOrder(this.#newest, sort)
    this.#orders.set(sort, entries)
    return entries
  }

  #renew(): void {
    const left = this.#isStale ? this.#newest.filter(entry => this.#entries.get(entry.id) === entry) : this.#newest
    // What is sorted already is quickly sorted again.
    this.#newest = [...left, ...[...this.#added].sort(newestFirst)].sort(newestFirst)
    this.#added.clear()
    this.#orders.clear()
    this.#isStale = false
  }

  /** Thousands of tags of one site hold its name once. */
  #once = (site: string): string => {
    const known = this.#sites.get(site)
    if (known === undefined) this.#sites.set(site, site)
    return known ?? site
  }
}
