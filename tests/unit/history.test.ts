import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Tag } from '../../src/history/tag.ts'
import type { HistoryChange } from '../../src/history/watch-history.ts'
import { relativeTime } from '../../src/popup/relative-time.ts'

/** The history anew, over an empty database: a module holds one connection, as a context of the extension does. */
async function freshHistory() {
  vi.resetModules()
  return {
    ...(await import('../../src/history/tags.ts')),
    ...(await import('../../src/history/newest-tags.ts')),
    ...(await import('../../src/history/watch-history.ts')),
    ...(await import('../../src/history/database.ts')),
    ...(await import('../../src/history/embedding-bytes.ts')),
  }
}

let history: Awaited<ReturnType<typeof freshHistory>>

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  history = await freshHistory()
})

function tag(id: string, seenAt: number, rest: Partial<Tag> = {}): Tag {
  return {
    id,
    seenAt,
    garment: 'Shoes',
    confidence: 0.9,
    probabilities: [0, 0, 0, 0, 0.9, 0, 0, 0, 0, 0, 0.1],
    pageUrl: `https://shop.example/${id}`,
    pageTitle: `Page ${id}`,
    imageUrl: `https://shop.example/${id}.jpg`,
    by: 'auto',
    thumbnail: new Blob([id], { type: 'image/webp' }),
    embedding: Int8Array.of(1, -127, 3),
    ...rest,
  }
}

const ids = (tags: { id: string }[]) => tags.map(({ id }) => id)

describe('keepTag', () => {
  it('keeps all of a tag', async () => {
    await history.keepTag(tag('a', 1))
    const [kept] = await history.newestTags({ limit: 5 })
    expect(kept).toMatchObject({ id: 'a', garment: 'Shoes', pageTitle: 'Page a', by: 'auto' })
    expect(await kept?.thumbnail.text()).toBe('a')
    expect((await history.deleteTag('a'))?.embedding).toEqual(Int8Array.of(1, -127, 3))
  })

  it('takes over page, time and prediction of the same picture', async () => {
    await history.keepTag(tag('a', 1))
    await history.keepTag(tag('b', 2))
    await history.keepTag(tag('a', 3, { pageTitle: 'Elsewhere', garment: 'Hat', confidence: 0.7 }))
    expect(await history.countTags()).toBe(2)
    const [newest] = await history.newestTags({ limit: 1 })
    expect(newest).toMatchObject({ id: 'a', seenAt: 3, pageTitle: 'Elsewhere', garment: 'Hat', confidence: 0.7 })
  })

  it('never turns asked into auto, but auto into asked', async () => {
    const by = async () => (await history.newestTags({ limit: 1 }))[0]?.by
    await history.keepTag(tag('a', 1, { by: 'auto' }))
    await history.keepTag(tag('a', 2, { by: 'asked' }))
    expect(await by()).toBe('asked')
    await history.keepTag(tag('a', 3, { by: 'auto' }))
    expect(await by()).toBe('asked')
  })
})

describe('deleteTag and restoreTag', () => {
  it('gives back the whole tag, which can be restored', async () => {
    const original = tag('a', 1)
    await history.keepTag(original)
    const deleted = await history.deleteTag('a')
    expect(await history.countTags()).toBe(0)
    if (!deleted) throw new Error('nothing was deleted')
    await history.restoreTag(deleted)
    expect(await history.deleteTag('a')).toEqual(original)
  })

  it('leaves nothing behind in any store', async () => {
    await history.keepTag(tag('a', 1))
    await history.deleteTag('a')
    const database = await history.openHistory()
    for (const store of database.objectStoreNames) expect(await database.count(store)).toBe(0)
  })

  it('is undefined for a tag that is not there', async () => {
    expect(await history.deleteTag('nowhere')).toBeUndefined()
  })

  it('does not undo a later sighting', async () => {
    await history.keepTag(tag('a', 1))
    const deleted = await history.deleteTag('a')
    await history.keepTag(tag('a', 9, { pageTitle: 'Later' }))
    if (deleted) await history.restoreTag(deleted)
    expect(await history.newestTags({ limit: 5 })).toMatchObject([{ seenAt: 9, pageTitle: 'Later' }])
  })
})

describe('newestTags', () => {
  it('pages newest first, and neither skips nor repeats tags of the same millisecond', async () => {
    for (const [id, seenAt] of Object.entries({ a: 1, b: 5, c: 5, d: 5, e: 9 })) await history.keepTag(tag(id, seenAt))
    const first = await history.newestTags({ limit: 2 })
    const second = await history.newestTags({ limit: 2, before: first.at(-1) })
    const third = await history.newestTags({ limit: 2, before: second.at(-1) })
    expect([first, second, third].map(ids)).toEqual([['e', 'd'], ['c', 'b'], ['a']])
  })

  it('is empty at first', async () => {
    expect(await history.newestTags({ limit: 3 })).toEqual([])
    expect(await history.countTags()).toBe(0)
  })
})

describe('the garment index', () => {
  it('finds one garment by time', async () => {
    await history.keepTag(tag('a', 1, { garment: 'Hat' }))
    await history.keepTag(tag('b', 2))
    await history.keepTag(tag('c', 3, { garment: 'Hat' }))
    const database = await history.openHistory()
    const hats = IDBKeyRange.bound(['Hat'], ['Hat', []])
    expect(ids(await database.getAllFromIndex('tags', 'garment', hats))).toEqual(['a', 'c'])
  })
})

describe('watchHistory', () => {
  it('hears of each change once it is committed, until aborted', async () => {
    const seen: HistoryChange[] = []
    const abort = new AbortController()
    history.watchHistory(change => seen.push(change), abort.signal)
    await history.keepTag(tag('a', 1))
    await history.deleteTag('a')
    await vi.waitFor(() =>
      expect(seen).toEqual([
        { type: 'kept', id: 'a' },
        { type: 'deleted', id: 'a' },
      ]),
    )
    abort.abort()
    await history.keepTag(tag('b', 2))
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(seen).toHaveLength(2)
  })
})

describe('trouble', () => {
  it('rejects where a newer version of the database is there', async () => {
    ;(await openDB('history', 99)).close()
    await expect(history.countTags()).rejects.toMatchObject({ name: 'HistoryError', trouble: 'unavailable' })
  })

  it('gives way to a newer version', async () => {
    await history.keepTag(tag('a', 1))
    const newer = await openDB('history', 2)
    expect(newer.version).toBe(2)
    newer.close()
  })

  it('rejects while an older page holds on, and closes what opens too late', async () => {
    const close = vi.fn()
    vi.resetModules()
    vi.doMock('idb', () => ({
      openDB: async (_name: string, _version: number, { blocked }: { blocked(): void }) => {
        blocked()
        return { close }
      },
    }))
    const { openHistory } = await import('../../src/history/database.ts')
    vi.doUnmock('idb')
    await expect(openHistory()).rejects.toMatchObject({ name: 'HistoryError', trouble: 'blocked' })
    expect(close).toHaveBeenCalledOnce()
  })

  it('says when there is no room, and leaves no half of a tag', async () => {
    await history.openHistory()
    const put = IDBObjectStore.prototype.put
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...what) {
      if (this.name === 'embeddings') throw new DOMException('no room', 'QuotaExceededError')
      return put.apply(this, what)
    })
    await expect(history.keepTag(tag('a', 1))).rejects.toMatchObject({ name: 'HistoryError', trouble: 'full' })
    full.mockRestore()
    expect(await history.countTags()).toBe(0)
    await history.keepTag(tag('a', 1))
    expect(await history.countTags()).toBe(1)
  })
})

describe('toEmbeddingBytes', () => {
  it('scales the largest magnitude to 127 and rounds', () => {
    expect(history.toEmbeddingBytes(Float32Array.of(0.5, -2, 1, 0))).toEqual(Int8Array.of(32, -127, 64, 0))
    expect(history.toEmbeddingBytes(Float32Array.of(3, 0.011))).toEqual(Int8Array.of(127, 0))
  })

  it('keeps zeros and emptiness', () => {
    expect(history.toEmbeddingBytes(new Float32Array(3))).toEqual(new Int8Array(3))
    expect(history.toEmbeddingBytes(new Float32Array())).toEqual(new Int8Array())
  })
})

describe('relativeTime', () => {
  const now = Date.UTC(2026, 5, 15, 12)
  it.each([
    [0, 'now'],
    [59_000, 'now'],
    [-5_000, 'now'],
    [60_000, '1 min. ago'],
    [59 * 60_000, '59 min. ago'],
    [3 * 3_600_000, '3 hr. ago'],
    [30 * 3_600_000, 'yesterday'],
    [6 * 86_400_000, '6 days ago'],
    [7 * 86_400_000, 'Jun 8, 2026'],
  ])('%d ms ago is "%s"', (age, words) => {
    expect(relativeTime(now - age, now, 'en')).toBe(words)
  })
})
