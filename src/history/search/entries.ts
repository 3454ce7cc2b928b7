import type { TagFacts } from '../tag.ts'
import { type Entry, toEntry } from './entry.ts'
import { matcherOf, type Query } from './query.ts'
import { comparison, type Sort } from './sort.ts'

/** All tags as a search sees them, in memory. */
export class Entries {
  #entries = new Map<string, Entry>()
  /** Each order is made when it is first asked for and holds until a tag changes. */
  #orders = new Map<Sort, Entry[]>()
  #texts = new Map<string, string>()

  get size(): number {
    return this.#entries.size
  }

  get(id: string): Entry | undefined {
    return this.#entries.get(id)
  }

  /** Adds a tag, or takes over what has changed of it. */
  set(id: string, facts: TagFacts): void {
    const entry = toEntry(facts, this.#once)
    this.#entries.set(id, entry)
    this.#orders.clear()
  }

  delete(id: string): void {
    if (this.#entries.delete(id)) this.#orders.clear()
  }

  clear(): void {
    this.#entries.clear()
    this.#orders.clear()
    this.#texts.clear()
  }

  /** What fits, in order. */
  search(query: Query, sort: Sort = 'newest'): Entry[] {
    return this.#ordered(sort).filter(matcherOf(query))
  }

  #ordered(sort: Sort): Entry[] {
    const known = this.#orders.get(sort)
    if (known) return known
    const entries = [...this.#entries.values()].sort(comparison(sort))
    this.#orders.set(sort, entries)
    return entries
  }

  #once = (text: string): string => {
    const known = this.#texts.get(text)
    if (known === undefined) this.#texts.set(text, text)
    return known ?? text
  }
}
