import { openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { anotherContext, freshHistory, ids, tag } from '../../tests/helpers/fresh-history.ts'
import { relativeTime } from '../ui/relative-time.ts'
import { toEmbeddingBytes } from './media/embedding-bytes.ts'
import type { HistoryChange } from './watch-history.ts'

let history: Awaited<ReturnType<typeof freshHistory>>

beforeEach(async () => {
  history = await freshHistory()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const newest = async () => (await history.newestTags({ limit: 1 }))[0]

describe('saveTag', () => {
  it('stores every field of a tag', async () => {
    await history.saveTag(tag('a', 1))
    const kept = await newest()
    expect(kept).toMatchObject({ id: 'a', garment: 'Shoes', pageTitle: 'Page a', by: 'auto' })
    expect(kept?.picture).toBe(`data:image/webp;base64,${btoa('RIFF----WEBPa')}`)
    expect(await history.readTag('a')).toEqual(tag('a', 1))
  })

  it('takes over page, time and prediction when a picture is seen again', async () => {
    await history.saveTag(tag('a', 1))
    await history.saveTag(tag('b', 2))
    await history.saveTag(tag('a', 3, { pageTitle: 'Elsewhere', garment: 'Hat', confidence: 0.7 }))
    expect(await history.countTags()).toBe(2)
    expect(await newest()).toMatchObject({
      id: 'a',
      seenAt: 3,
      pageTitle: 'Elsewhere',
      garment: 'Hat',
      confidence: 0.7,
    })
  })

  it('turns auto into asked but never asked into auto', async () => {
    await history.saveTag(tag('a', 1, { by: 'auto' }))
    await history.saveTag(tag('a', 2, { by: 'asked' }))
    expect((await newest())?.by).toBe('asked')
    await history.saveTag(tag('a', 3, { by: 'auto' }))
    expect(await newest()).toMatchObject({ by: 'asked', seenAt: 3 })
  })

  it('keeps a favourite a favourite', async () => {
    await history.saveTag(tag('a', 1))
    await history.setFavourite(['a'], true)
    await history.saveTag(tag('a', 2))
    expect(await newest()).toMatchObject({ seenAt: 2, favouriteSince: expect.any(Number) })
  })
})

describe('countByGarment', () => {
  it('counts each class that has tags, without deleted ones', async () => {
    expect(await history.countByGarment()).toEqual(new Map())
    await history.saveTag(tag('a', 1))
    await history.saveTag(tag('b', 2))
    await history.saveTag(tag('c', 3, { garment: 'Hat' }))
    await history.saveTag(tag('d', 4, { garment: 'Watch' }))
    await history.deleteTags(['d'])
    expect(await history.countByGarment()).toEqual(
      new Map([
        ['Hat', 1],
        ['Shoes', 2],
      ]),
    )
  })
})

describe('setFavourite', () => {
  it('keeps the time of the first mark', async () => {
    const now = vi.spyOn(Date, 'now').mockReturnValue(1000)
    await history.saveTag(tag('a', 1))
    await history.setFavourite(['a'], true)
    now.mockReturnValue(2000)
    await history.setFavourite(['a'], true)
    expect(await newest()).toMatchObject({ favouriteSince: 1000 })
    await history.setFavourite(['a'], false)
    expect(await newest()).not.toHaveProperty('favouriteSince')
  })

  it('ignores unknown ids', async () => {
    await history.setFavourite(['nowhere'], true)
    expect(await history.countTags()).toBe(0)
  })
})

describe('newestTags and readTags', () => {
  it('pages newest first, without skipping or repeating tags of the same millisecond', async () => {
    for (const [id, seenAt] of Object.entries({ a: 1, b: 5, c: 5, d: 5, e: 9 })) await history.saveTag(tag(id, seenAt))
    const first = await history.newestTags({ limit: 2 })
    const second = await history.newestTags({ limit: 2, before: first.at(-1) })
    const third = await history.newestTags({ limit: 2, before: second.at(-1) })
    expect([first, second, third].map(ids)).toEqual([['e', 'd'], ['c', 'b'], ['a']])
  })

  it('returns nothing from an empty history', async () => {
    expect(await history.newestTags({ limit: 3 })).toEqual([])
    expect(await history.countTags()).toBe(0)
    expect(await history.readTag('a')).toBeUndefined()
  })

  it('reads tags in the requested order, without missing ones', async () => {
    for (const id of ['a', 'b', 'c']) await history.saveTag(tag(id, 1))
    const tags = await history.readTags(['c', 'gone', 'a'])
    expect(ids(tags)).toEqual(['c', 'a'])
    expect(tags[0]?.picture).toBe(`data:image/webp;base64,${btoa('RIFF----WEBPc')}`)
  })
})

describe('watchHistory', () => {
  it('reports each committed change until it is aborted', async () => {
    const seen: HistoryChange[] = []
    const abort = new AbortController()
    history.watchHistory(change => seen.push(change), abort.signal)
    await history.saveTag(tag('a', 1))
    await history.setFavourite(['a'], true)
    await history.deleteTags(['a'])
    await history.restoreTags(['a'])
    await history.eraseHistory()
    await vi.waitFor(() =>
      expect(seen).toEqual([
        { type: 'saved', ids: ['a'] },
        { type: 'saved', ids: ['a'] },
        { type: 'deleted', ids: ['a'] },
        { type: 'saved', ids: ['a'] },
        { type: 'erased' },
      ]),
    )
    abort.abort()
    await history.saveTag(tag('b', 2))
    // Messages arrive in order: once the second watcher has heard of `c`, the first one would have heard of `b`.
    const other = vi.fn()
    const end = new AbortController()
    history.watchHistory(other, end.signal)
    await history.saveTag(tag('c', 3))
    await vi.waitFor(() => expect(other).toHaveBeenCalled())
    end.abort()
    expect(seen).toHaveLength(5)
  })
})

describe('eraseHistory and measureStorage', () => {
  it('leaves nothing in any store', async () => {
    await history.saveTag(tag('a', 1))
    await history.saveTag(tag('b', 1))
    await history.deleteTags(['b'])
    await history.eraseHistory()
    const database = await history.openHistory()
    for (const store of database.objectStoreNames) expect(await database.count(store)).toBe(0)
  })

  it('measures tags and bytes', async () => {
    vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: 700, quota: 9000 }) } })
    await history.saveTag(tag('a', 1))
    expect(await history.measureStorage()).toEqual({ tags: 1, bytes: 700, quota: 9000 })
  })
})

describe('HistoryError', () => {
  it('is thrown if the database has a newer version', async () => {
    ;(await openDB('history', 99)).close()
    await expect(history.countTags()).rejects.toMatchObject({ name: 'HistoryError', trouble: 'unavailable' })
  })

  it('does not block a newer version from opening the database', async () => {
    await history.saveTag(tag('a', 1))
    const newer = await openDB('history', 99)
    expect(newer.version).toBe(99)
    newer.close()
  })

  it('is thrown while an older page blocks the upgrade, and a late connection is closed', async () => {
    const close = vi.fn()
    vi.resetModules()
    vi.doMock('idb', () => ({
      openDB: async (_name: string, _version: number, { blocked }: { blocked(): void }) => {
        blocked()
        return { close }
      },
    }))
    const { openHistory } = await import('./database/open-history.ts')
    vi.doUnmock('idb')
    await expect(openHistory()).rejects.toMatchObject({ name: 'HistoryError', trouble: 'blocked' })
    expect(close).toHaveBeenCalledOnce()
  })

  it.each(['tags', 'thumbnails', 'embeddings'])(
    'reports a full disk while writing %s, and leaves no partial tag',
    async store => {
      await history.saveTag(tag('before', 1))
      const full = fullDisk(store)
      await expect(history.saveTag(tag('a', 2))).rejects.toMatchObject({ name: 'HistoryError', trouble: 'full' })
      full.mockRestore()
      const database = await history.openHistory()
      for (const name of ['tags', 'thumbnails', 'embeddings'] as const)
        expect(await database.getAllKeys(name)).toEqual(['before'])
      await history.saveTag(tag('a', 2))
      expect(await history.countTags()).toBe(2)
    },
  )

  it('tells every page that saving failed, until it succeeds', async () => {
    const shared = new Map<string, string>()
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => shared.get(key) ?? null,
      setItem: (key: string, value: string) => shared.set(key, value),
      removeItem: (key: string) => shared.delete(key),
    })
    const page = await anotherContext()
    const heard = vi.fn()
    const abort = new AbortController()
    page.watchHistory(heard, abort.signal)
    const full = fullDisk('tags')
    await history.saveTag(tag('a', 1)).catch(() => {})
    await history.saveTag(tag('a', 1)).catch(() => {})
    full.mockRestore()
    expect(page.lastSaveFailure()).toBe('full')
    await history.saveTag(tag('a', 1))
    expect(page.lastSaveFailure()).toBeUndefined()
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(3))
    expect(heard.mock.calls.flat()).toEqual([
      { type: 'save-failure' },
      { type: 'save-failure' },
      { type: 'saved', ids: ['a'] },
    ])
    abort.abort()
  })
})

/** Simulates a disk without room for one store. */
function fullDisk(store: string) {
  const put = IDBObjectStore.prototype.put
  return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...what) {
    if (this.name === store) throw new DOMException('no room', 'QuotaExceededError')
    return put.apply(this, what)
  })
}

describe('toEmbeddingBytes', () => {
  it('scales the largest magnitude to 127 and rounds', () => {
    expect(toEmbeddingBytes(Float32Array.of(0.5, -2, 1, 0))).toEqual(Int8Array.of(32, -127, 64, 0))
    expect(toEmbeddingBytes(Float32Array.of(3, 0.011))).toEqual(Int8Array.of(127, 0))
  })

  it('keeps zeros and empty arrays', () => {
    expect(toEmbeddingBytes(new Float32Array(3))).toEqual(new Int8Array(3))
    expect(toEmbeddingBytes(new Float32Array())).toEqual(new Int8Array())
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
  ])('formats an age of %d ms as "%s"', (age, words) => {
    expect(relativeTime(now - age, now, 'en')).toBe(words)
  })
})
