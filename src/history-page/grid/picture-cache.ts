import type { Entry } from '../../history/search/entry.ts'
import type { ListedTag } from '../../history/tag.ts'

/** Pictures in memory: several screens, 2 to 5 kB each. */
const CACHE_SIZE = 600

/** A cache of the pictures on screen. Evicts those that scrolled away longest ago. */
export class PictureCache {
  /** Least recently visible first. */
  #cached = new Map<string, ListedTag>()
  #visible: readonly Entry[] = []
  /** Requested for the current entries: pictures that are gone from the database must not be requested repeatedly. */
  #requested = new Set<string>()
  #isReading = false
  readonly #read: (ids: readonly string[]) => Promise<ListedTag[]>
  readonly #onRead: () => void

  /** @param onRead called after each read, when `get` returns more pictures */
  constructor(read: (ids: readonly string[]) => Promise<ListedTag[]>, onRead: () => void) {
    this.#read = read
    this.#onRead = onRead
  }

  get(id: string): ListedTag | undefined {
    return this.#cached.get(id)
  }

  /** Adds tags that were read elsewhere. */
  add(tags: readonly ListedTag[]): void {
    for (const tag of tags) {
      this.#cached.delete(tag.id)
      this.#cached.set(tag.id, tag)
    }
    this.#evict()
  }

  /** Sets the entries on screen. Unread pictures of earlier entries are no longer read. */
  setVisible(entries: readonly Entry[]): void {
    this.#visible = entries
    this.#requested.clear()
    for (const { id } of entries) {
      const cached = this.#cached.get(id)
      if (!cached) continue
      this.#cached.delete(id)
      this.#cached.set(id, cached)
    }
    void this.#readMissing()
  }

  /** Evicts everything. */
  clear(): void {
    this.#cached.clear()
    this.#visible = []
  }

  async #readMissing(): Promise<void> {
    if (this.#isReading) return
    this.#isReading = true
    try {
      for (let ids = this.#missing(); ids.length > 0; ids = this.#missing()) {
        for (const id of ids) this.#requested.add(id)
        const tags = await this.#read(ids)
        if (this.#visible.length === 0) return
        this.add(tags)
        this.#onRead()
      }
    } catch {
      // The page reports trouble with the history elsewhere; these pictures stay empty.
    } finally {
      this.#isReading = false
    }
  }

  #missing(): string[] {
    return this.#visible
      .filter(({ id, seenAt }) => this.#cached.get(id)?.seenAt !== seenAt && !this.#requested.has(id))
      .map(({ id }) => id)
  }

  #evict(): void {
    const limit = Math.max(CACHE_SIZE, this.#visible.length)
    for (const id of this.#cached.keys()) {
      if (this.#cached.size <= limit) return
      this.#cached.delete(id)
    }
  }
}
