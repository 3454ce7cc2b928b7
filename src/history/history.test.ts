import { openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { anotherContext, freshHistory, ids, tag } from '../../tests/helpers/fresh-history.ts'
import { relativeTime } from '../ui/format/relative-time.ts'
import { toEmbeddingBytes } from './embedding-bytes.ts'
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

describe('keepTag', () => {
  it('keeps all of a tag', async () => {
    await history.keepTag(tag('a', 1))
    const kept = await newest()
    expect(kept).toMatchObject({ id: 'a', garment: 'Shoes', pageTitle: 'Page a', by: 'auto' })
    expect(kept?.picture).toBe(`data:image/webp;base64,${btoa('RIFF----WEBPa')}`)
    expect(await history.readTag('a')).toEqual(tag('a', 1))
  })

  it('takes over page, time and prediction of the same picture', async () => {
    await history.keepTag(tag('a', 1))
    await history.keepTag(tag('b', 2))
    await history.keepTag(tag('a', 3, { pageTitle: 'Elsewhere', garment: 'Hat', confidence: 0.7 }))
    expect(await history.countTags()).toBe(2)
    expect(await newest()).toMatchObject({
      id: 'a',
      seenAt: 3,
      pageTitle: 'Elsewhere',
      garment: 'Hat',
      confidence: 0.7,
    })
  })

  it('never turns asked into auto, but auto into asked', async () => {
    await history.keepTag(tag('a', 1, { by: 'auto' }))
    await history.keepTag(tag('a', 2, { by: 'asked' }))
    expect((await newest())?.by).toBe('asked')
    await history.keepTag(tag('a', 3, { by: 'auto' }))
    expect(await newest()).toMatchObject({ by: 'asked', seenAt: 3 })
  })

  it('leaves a favourite one', async () => {
    await history.keepTag(tag('a', 1))
    await history.setFavourite(['a'], true)
    await history.keepTag(tag('a', 2))
    expect(await newest()).toMatchObject({ seenAt: 2, favouriteSince: expect.any(Number) })
  })
})

describe('countByGarment', () => {
  it('counts the tags of each class that has some, without those that were deleted', async () => {
    expect(await history.countByGarment()).toEqual(new Map())
    await history.keepTag(tag('a', 1))
    await history.keepTag(tag('b', 2))
    await history.keepTag(tag('c', 3, { garment: 'Hat' }))
    await history.keepTag(tag('d', 4, { garment: 'Watch' }))
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
  it('keeps the time of the first', async () => {
    const now = vi.spyOn(Date, 'now').mockReturnValue(1000)
    await history.keepTag(tag('a', 1))
    await history.setFavourite(['a'], true)
    now.mockReturnValue(2000)
    await history.setFavourite(['a'], true)
    expect(await newest()).toMatchObject({ favouriteSince: 1000 })
    await history.setFavourite(['a'], false)
    expect(await newest()).not.toHaveProperty('favouriteSince')
  })

  it('makes no tag of what is not there', async () => {
    await history.setFavourite(['nowhere'], true)
    expect(await history.countTags()).toBe(0)
  })
})

describe('newestTags and readTags', () => {
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
    expect(await history.readTag('a')).toBeUndefined()
  })

  it('reads tags in the order asked for, without those that are gone', async () => {
    for (const id of ['a', 'b', 'c']) await history.keepTag(tag(id, 1))
    const tags = await history.readTags(['c', 'gone', 'a'])
    expect(ids(tags)).toEqual(['c', 'a'])
    expect(tags[0]?.picture).toBe(`data:image/webp;base64,${btoa('RIFF----WEBPc')}`)
  })
})

describe('watchHistory', () => {
  it('hears of each change once it is committed, until aborted', async () => {
    const seen: HistoryChange[] = []
    const abort = new AbortController()
    history.watchHistory(change => seen.push(change), abort.signal)
    await history.keepTag(tag('a', 1))
    await history.setFavourite(['a'], true)
    await history.deleteTags(['a'])
    await history.restoreTags(['a'])
    await history.eraseHistory()
    await vi.waitFor(() =>
      expect(seen).toEqual([
        { type: 'kept', ids: ['a'] },
        { type: 'kept', ids: ['a'] },
        { type: 'deleted', ids: ['a'] },
        { type: 'kept', ids: ['a'] },
        { type: 'erased' },
      ]),
    )
    abort.abort()
    await history.keepTag(tag('b', 2))
    // What is said comes in order: once another has heard of `c`, this one would have heard of `b`.
    const other = vi.fn()
    const end = new AbortController()
    history.watchHistory(other, end.signal)
    await history.keepTag(tag('c', 3))
    await vi.waitFor(() => expect(other).toHaveBeenCalled())
    end.abort()
    expect(seen).toHaveLength(5)
  })
})

describe('eraseHistory and storageUsed', () => {
  it('leaves nothing in any store', async () => {
    await history.keepTag(tag('a', 1))
    await history.keepTag(tag('b', 1))
    await history.deleteTags(['b'])
    await history.eraseHistory()
    const database = await history.openHistory()
    for (const store of database.objectStoreNames) expect(await database.count(store)).toBe(0)
  })

  it('counts tags and bytes', async () => {
    vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: 700, quota: 9000 }) } })
    await history.keepTag(tag('a', 1))
    expect(await history.storageUsed()).toEqual({ tags: 1, bytes: 700, quota: 9000 })
  })
})

describe('trouble', () => {
  it('rejects where a newer version of the database is there', async () => {
    ;(await openDB('history', 99)).close()
    await expect(history.countTags()).rejects.toMatchObject({ name: 'HistoryError', trouble: 'unavailable' })
  })

  it('gives way to a newer version', async () => {
    await history.keepTag(tag('a', 1))
    const newer = await openDB('history', 99)
    expect(newer.version).toBe(99)
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
    const { openHistory } = await import('./database.ts')
    vi.doUnmock('idb')
    await expect(openHistory()).rejects.toMatchObject({ name: 'HistoryError', trouble: 'blocked' })
    expect(close).toHaveBeenCalledOnce()
  })

  it.each(['tags', 'thumbnails', 'embeddings'])(
    'says when there is no room for %s, and leaves no half of a tag',
    async store => {
      await history.keepTag(tag('before', 1))
      const full = fullDisk(store)
      await expect(history.keepTag(tag('a', 2))).rejects.toMatchObject({ name: 'HistoryError', trouble: 'full' })
      full.mockRestore()
      const database = await history.openHistory()
      for (const name of ['tags', 'thumbnails', 'embeddings'] as const)
        expect(await database.getAllKeys(name)).toEqual(['before'])
      await history.keepTag(tag('a', 2))
      expect(await history.countTags()).toBe(2)
    },
  )

  it('tells every page that a tag could not be kept, until one can', async () => {
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
    await history.keepTag(tag('a', 1)).catch(() => {})
    await history.keepTag(tag('a', 1)).catch(() => {})
    full.mockRestore()
    expect(page.keepingTrouble()).toBe('full')
    await history.keepTag(tag('a', 1))
    expect(page.keepingTrouble()).toBeUndefined()
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(3))
    expect(heard.mock.calls.flat()).toEqual([{ type: 'trouble' }, { type: 'trouble' }, { type: 'kept', ids: ['a'] }])
    abort.abort()
  })
})

/** A disk without room for one store. */
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

  it('keeps zeros and emptiness', () => {
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
  ])('%d ms ago is "%s"', (age, words) => {
    expect(relativeTime(now - age, now, 'en')).toBe(words)
  })
})
