/** A page of the extension that works on the history, for the benchmarks and for `npm run crash`. */
import { changeHistory } from '../../src/history/database/transactions.ts'
import { eraseHistory } from '../../src/history/erase.ts'
import { type ExportFormat, exportHistory } from '../../src/history/export/export-history.ts'
import { checkImport } from '../../src/history/import/check-import.ts'
import { trimHistory } from '../../src/history/retention.ts'
import { Catalogue } from '../../src/history/search/catalogue.ts'
import type { Query } from '../../src/history/search/query.ts'
import type { Sort } from '../../src/history/search/sort.ts'
import { SimilarityIndex } from '../../src/history/similar/similarity-index.ts'
import { seeAgain } from '../../src/history/tag.ts'
import { type Deletion, deleteTags } from '../../src/history/tags/deleted-tags.ts'
import { putTags } from '../../src/history/tags/put-tags.ts'
import { countTags, newestTags, readTags } from '../../src/history/tags/read-tags.ts'
import { saveTag } from '../../src/history/tags/save-tags.ts'
import { suggestOutfit } from '../../src/outfits/suggest-outfit.ts'
import { syntheticTag } from './synthetic-tags.ts'

/** Duration of some work, and its longest task, in milliseconds. */
export interface Watched {
  took: number
  longest: number
}

const signal = new AbortController().signal
const quiet = () => {}
let catalogue: Catalogue
let similar: SimilarityIndex
let file: File

export const bench = {
  /** Writes synthetic tags. @param thumbnails picture files, base64 */
  async fill(from: number, to: number, thumbnails: string[]): Promise<void> {
    const files = decode(thumbnails)
    for (let start = from; start < to; start += 500)
      await changeHistory(stores =>
        putTags(
          stores,
          Array.from({ length: Math.min(to - start, 500) }, (_, i) => syntheticTag(start + i, files)),
          seeAgain,
          true,
        ),
      )
  },

  count: countTags,

  firstScreen: () => watched(() => newestTags({ limit: 60 })),

  async load(): Promise<Watched> {
    return watched(async () => {
      catalogue = new Catalogue(quiet, signal)
      await catalogue.complete
    })
  },

  async loadSimilar(): Promise<Watched> {
    return watched(async () => {
      similar = new SimilarityIndex(catalogue, quiet, signal)
      await similar.complete
    })
  },

  /** Searches several times. @returns milliseconds of each */
  search(query: Query, sort: Sort, rounds: number): number[] {
    return timed(rounds, () => catalogue.search(query, sort))
  },

  /** Searches for tags similar to different ones. @returns milliseconds of each search */
  similar(query: Query, rounds: number): number[] {
    const tags = catalogue.search({})
    const step = Math.floor(tags.length / rounds)
    return timed(rounds, round => similar.ofTag(tags[round * step]?.id ?? '', 60, query))
  },

  /** Finds outfits for different tags. @returns milliseconds of each */
  outfits(rounds: number): number[] {
    const tags = catalogue.search({})
    const step = Math.floor(tags.length / rounds)
    return timed(rounds, round => {
      const tag = tags[round * step]
      return tag && suggestOutfit(tag, tags, 3)
    })
  },

  /** Reads the rows of a screen at different positions of the list. @returns milliseconds of each read */
  async rows(rounds: number): Promise<number[]> {
    const tags = catalogue.search({}, 'surest')
    const times: number[] = []
    for (let round = 0; round < rounds; round++) {
      const start = performance.now()
      await readTags(tags.slice(round * 40, round * 40 + 40).map(({ id }) => id))
      times.push(performance.now() - start)
    }
    return times
  },

  /** Keeps the file for `import`. */
  async export(format: ExportFormat): Promise<Watched & { size: number }> {
    const seen = await watched(async () => {
      file = await exportHistory(format)
    })
    return { ...seen, size: file.size }
  },

  async import(): Promise<{ check: Watched; write: Watched; added: number }> {
    let checked: Awaited<ReturnType<typeof checkImport>> | undefined
    const check = await watched(async () => {
      checked = await checkImport(file)
    })
    let added = 0
    const write = await watched(async () => {
      added = (await checked?.write())?.added ?? 0
    })
    return { check, write, added }
  },

  async deleteAndRestore(count: number): Promise<{ deleting: Watched; restoring: Watched }> {
    const newest = catalogue.search({}).slice(0, count)
    const chosen = newest.map(({ id }) => id)
    let deletion: Deletion | undefined
    return {
      deleting: await watched(async () => {
        deletion = await deleteTags(chosen)
      }),
      restoring: await watched(async () => deletion?.undo()),
    }
  },

  trim: (limit: number) => watched(() => trimHistory(limit)),
  erase: () => watched(eraseHistory),

  /** Stores, deletes and restores tags endlessly. Reports each tag as kept or deleted once the database confirms it. */
  async work(
    seed: number,
    thumbnails: string[],
    confirm: (done: 'kept' | 'deleted', id: string) => void,
  ): Promise<never> {
    const files = decode(thumbnails)
    for (let n = seed; ; n++) {
      const tag = syntheticTag(n, files)
      await saveTag(tag)
      confirm('kept', tag.id)
      if (n % 7 !== 0) continue
      const deletion = await deleteTags([tag.id])
      confirm('deleted', tag.id)
      if (n % 2 !== 0) continue
      await deletion.undo()
      confirm('kept', tag.id)
    }
  },
}

function decode(thumbnails: string[]): Uint8Array<ArrayBuffer>[] {
  return thumbnails.map(base64 => Uint8Array.from(atob(base64), char => char.charCodeAt(0)))
}

function timed(rounds: number, work: (round: number) => unknown): number[] {
  return Array.from({ length: rounds }, (_, round) => {
    const start = performance.now()
    work(round)
    return performance.now() - start
  })
}

async function watched(work: () => Promise<unknown>): Promise<Watched> {
  let longest = 0
  const observer = new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
  })
  observer.observe({ entryTypes: ['longtask'] })
  const start = performance.now()
  await work()
  const took = performance.now() - start
  // Performance entries arrive with a delay.
  await new Promise(resolve => setTimeout(resolve, 200))
  observer.disconnect()
  return { took, longest }
}

declare global {
  var historyBench: typeof bench
}
globalThis.historyBench = bench
