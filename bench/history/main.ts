/** A page of the extension that works on the history, for benchmarks. */

import { eraseHistory } from '../../src/history/erase.ts'
import { type ExportFormat, exportHistory } from '../../src/history/export/export-history.ts'
import { newestTags } from '../../src/history/read-tags.ts'
import { trimHistory } from '../../src/history/retention.ts'
import { Catalogue } from '../../src/history/search/catalogue.ts'
import type { Query } from '../../src/history/search/query.ts'
import type { Sort } from '../../src/history/search/sort.ts'
import { SimilarItems } from '../../src/history/similar/similar-items.ts'
import { change } from '../../src/history/transactions.ts'
import { syntheticTag } from './synthetic-tags.ts'

export const bench = {
  catalogue: undefined as Catalogue | undefined,
  similar: undefined as SimilarItems | undefined,

  /** Writes synthetic tags. @param thumbnails picture files, base64 */
  async fill(from: number, to: number, thumbnails: string[]): Promise<void> {
    const files = thumbnails.map(base64 => Uint8Array.from(atob(base64), char => char.charCodeAt(0)))
    for (let start = from; start < to; start += 500)
      await change(async stores => {
        const puts: Promise<unknown>[] = []
        for (let n = start; n < Math.min(to, start + 500); n++) {
          const { thumbnail, embedding, ...facts } = syntheticTag(n, files)
          puts.push(stores.objectStore('tags').put(facts))
          puts.push(stores.objectStore('thumbnails').put(thumbnail, facts.id))
          puts.push(stores.objectStore('embeddings').put(embedding, facts.id))
        }
        await Promise.all(puts)
      })
  },

  async firstScreen(): Promise<void> {
    await newestTags({ limit: 60 })
  },

  async load(): Promise<void> {
    this.catalogue = new Catalogue(() => {}, new AbortController().signal)
    await this.catalogue.complete
  },

  async loadSimilar(): Promise<void> {
    if (!this.catalogue) throw new Error('the catalogue comes first')
    this.similar = new SimilarItems(this.catalogue, () => {}, new AbortController().signal)
    await this.similar.complete
  },

  search(query: Query, sort: Sort): number {
    return this.catalogue?.search(query, sort).length ?? 0
  },

  /** Of the n-th newest tag. */
  similarTo(n: number, query: Query = {}): number {
    const id = this.catalogue?.search({})[n]?.id ?? ''
    return this.similar?.ofTag(id, 60, query).length ?? 0
  },

  export: (format: ExportFormat) => exportHistory(format),
  trim: trimHistory,
  erase: eraseHistory,

  /** Milliseconds of the longest task while some work goes on, and of the work. */
  async watched(work: () => Promise<unknown>): Promise<{ took: number; longest: number }> {
    let longest = 0
    const observer = new PerformanceObserver(list => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
    })
    observer.observe({ entryTypes: ['longtask'] })
    const start = performance.now()
    await work()
    const took = performance.now() - start
    await new Promise(resolve => setTimeout(resolve, 100))
    observer.disconnect()
    return { took, longest }
  },
}

Object.assign(globalThis, { bench })
