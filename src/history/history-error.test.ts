import { openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { anotherContext, freshHistory, tag } from '../../tests/helpers/fresh-history.ts'

let history: Awaited<ReturnType<typeof freshHistory>>
beforeEach(async () => {
  history = await freshHistory()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
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

  it.each([
    ['full', 'Connection is closing because of: IO error: 000003.log: FILE_ERROR_NO_SPACE'],
    ['unwritable', 'Internal error committing transaction.'],
  ])('says %s when the browser cannot write: %s', async (trouble, message) => {
    await history.saveTag(tag('before', 1))
    const broken = fullDisk('tags', new DOMException(message, 'UnknownError'))
    await expect(history.saveTag(tag('a', 2))).rejects.toMatchObject({ trouble })
    broken.mockRestore()
    expect(await history.countTags()).toBe(1)
  })

  it('remembers why writing failed when the database can no longer be opened', async () => {
    stubLocalStorage()
    const full = fullDisk('tags')
    await history.saveTag(tag('a', 1)).catch(() => {})
    full.mockRestore()
    vi.resetModules()
    vi.doMock('idb', () => ({
      openDB: () => Promise.reject(new DOMException('Internal error opening backing store.', 'UnknownError')),
    }))
    const { openHistory } = await import('./database/open-history.ts')
    vi.doUnmock('idb')
    await expect(openHistory()).rejects.toMatchObject({ trouble: 'full' })
    history.recordSaveFailure(new DOMException('Internal error opening backing store.', 'UnknownError'))
    expect(history.lastSaveFailure()).toBe('full')
  })

  it('tells every page that saving failed, until it succeeds', async () => {
    stubLocalStorage()
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
function fullDisk(store: string, error = new DOMException('no room', 'QuotaExceededError')) {
  const put = IDBObjectStore.prototype.put
  return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...what) {
    if (this.name === store) throw error
    return put.apply(this, what)
  })
}

function stubLocalStorage(): void {
  const shared = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => shared.get(key) ?? null,
    setItem: (key: string, value: string) => shared.set(key, value),
    removeItem: (key: string) => shared.delete(key),
  })
}
