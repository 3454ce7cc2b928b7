import type { Entry } from '../../history/search/entry.ts'
import type { ListedTag } from '../../history/tag.ts'

/** So many stay in memory: some screens' worth of 2 to 5 kB. */
const KEPT = 600

/** Reads the pictures of what is on screen, and lets go of those that scrolled away long ago. */
export class Pictures {
  /** The one that was wanted last comes last. */
  #shown = new Map<string, ListedTag>()
  #wanted: readonly Entry[] = []
  /** Of what is wanted now; those that are gone from the database must not be asked for again and again. */
  #tried = new Set<string>()
  #isReading = false
  readonly #read: (ids: readonly string[]) => Promise<ListedTag[]>
  readonly #onRead: () => void

  /** @param onRead called after each reading: `get` knows more now */
  constructor(read: (ids: readonly string[]) => Promise<ListedTag[]>, onRead: () => void) {
    this.#read = read
    this.#onRead = onRead
  }

  get(id: string): ListedTag | undefined {
    return this.#shown.get(id)
  }

  /** Takes over tags that somebody else has read. */
  add(tags: readonly ListedTag[]): void {
    for (const tag of tags) {
      this.#shown.delete(tag.id)
      this.#shown.set(tag.id, tag)
    }
    this.#letGo()
  }

  /** Says what is on screen. What was wanted before and is not read yet is wanted no more. */
  want(entries: readonly Entry[]): void {
    this.#wanted = entries
    this.#tried.clear()
    for (const { id } of entries) {
      const shown = this.#shown.get(id)
      if (!shown) continue
      this.#shown.delete(id)
      this.#shown.set(id, shown)
    }
    void this.#readOn()
  }

  /** Lets go of all. */
  clear(): void {
    this.#shown.clear()
    this.#wanted = []
  }

  async #readOn(): Promise<void> {
    if (this.#isReading) return
    this.#isReading = true
    try {
      for (let ids = this.#missing(); ids.length > 0; ids = this.#missing()) {
        for (const id of ids) this.#tried.add(id)
        const tags = await this.#read(ids)
        if (this.#wanted.length === 0) return
        this.add(tags)
        this.#onRead()
      }
    } catch {
      // A history that cannot be read is told of elsewhere; the places of pictures stay empty.
    } finally {
      this.#isReading = false
    }
  }

  #missing(): string[] {
    return this.#wanted
      .filter(({ id, seenAt }) => this.#shown.get(id)?.seenAt !== seenAt && !this.#tried.has(id))
      .map(({ id }) => id)
  }

  #letGo(): void {
    const most = Math.max(KEPT, this.#wanted.length)
    for (const id of this.#shown.keys()) {
      if (this.#shown.size <= most) return
      this.#shown.delete(id)
    }
  }
}
