import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, it, vi } from 'vitest'
import { anotherContext, freshHistory } from '../../../tests/helpers/fresh-history.ts'
import { idOf, realTag } from '../../../tests/helpers/fresh-import.ts'

const { stored, browser } = vi.hoisted(() => {
  const stored = new Map<string, unknown>()
  const local = {
    get: async (keys: string | string[]) =>
      Object.fromEntries([keys].flat().flatMap(key => (stored.has(key) ? [[key, stored.get(key)]] : []))),
    set: async (items: object) => {
      // As the browser stores it.
      for (const [key, value] of Object.entries(items)) stored.set(key, JSON.parse(JSON.stringify(value)))
    },
    remove: async (keys: string | string[]) => {
      for (const key of [keys].flat()) stored.delete(key)
    },
  }
  return { stored, browser: { storage: { local, onChanged: { addListener() {}, removeListener() {} } } } }
})
vi.mock('webextension-polyfill', () => ({ default: browser }))

let history: Awaited<ReturnType<typeof freshHistory>>
let copy: typeof import('./keep-copy.ts')
let loss: typeof import('./loss.ts')

async function load(context: () => Promise<typeof history>): Promise<void> {
  history = await context()
  copy = await import('./keep-copy.ts')
  loss = await import('./loss.ts')
}
beforeEach(async () => {
  stored.clear()
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: 0, quota: 1e9 }) } })
  await load(freshHistory)
})

/** Replaces the database by an empty one, as browsers do with a damaged one. */
async function loseDatabase(): Promise<void> {
  globalThis.indexedDB = new IDBFactory()
  await load(anotherContext)
}
const ids = async () => (await history.newestTags({ limit: 5000 })).map(({ id }) => id)

async function fillThree(): Promise<void> {
  await history.saveTags([realTag(1, { by: 'asked' }), realTag(2), realTag(3)])
  await history.setFavourite([idOf(2)], true)
}

it('brings back favourites and requests, and says what was lost', async () => {
  await fillThree()
  const before = await history.readTag(idOf(2))
  await copy.keepCopy()
  await loseDatabase()
  // A page was badged before anybody noticed.
  await history.saveTag(realTag(9))
  await copy.keepCopy()
  expect((await ids()).sort()).toEqual([idOf(1), idOf(2), idOf(9)])
  expect(await history.readTag(idOf(2))).toEqual(before)
  expect(await loss.readLoss()).toEqual({ tags: 3, restored: 2 })
})

it('tells of a loss once', async () => {
  await fillThree()
  await copy.keepCopy()
  await loseDatabase()
  await copy.keepCopy()
  await loss.dismissLoss()
  await copy.keepCopy()
  expect(await loss.readLoss()).toBeUndefined()
  // The copy now belongs to the new database.
  await loseDatabase()
  await copy.keepCopy()
  expect(await loss.readLoss()).toEqual({ tags: 2, restored: 2 })
})

it('says nothing of a new history, an emptied one or an upgraded one', async () => {
  await copy.keepCopy()
  await fillThree()
  await copy.keepCopy()
  const deletion = await history.deleteTags([idOf(1), idOf(2), idOf(3)])
  await deletion.finish()
  await copy.keepCopy()
  await loseDatabase()
  await copy.keepCopy()
  expect(await loss.readLoss()).toBeUndefined()
})

it('copies nothing that was erased or deleted', async () => {
  await fillThree()
  await copy.keepCopy()
  await (await history.deleteTags([idOf(1)])).finish()
  await history.setFavourite([idOf(2)], false)
  await copy.keepCopy()
  expect([...stored.keys()]).toEqual(['historyCopy'])
  await history.setFavourite([idOf(2)], true)
  await copy.keepCopy()
  expect(stored.size).toBe(2)
  await copy.eraseWithCopy(history.eraseHistory)
  expect(stored.size).toBe(0)
  await copy.keepCopy()
  expect(await ids()).toEqual([])
  expect(await loss.readLoss()).toBeUndefined()
})

it('keeps the copy until it could be restored', async () => {
  await fillThree()
  await copy.keepCopy()
  await loseDatabase()
  await history.countTags()
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError')
  })
  await expect(copy.keepCopy()).rejects.toMatchObject({ trouble: 'full' })
  put.mockRestore()
  await copy.keepCopy()
  expect(await loss.readLoss()).toEqual({ tags: 3, restored: 2 })
})

it('stays small, with the newest first', async () => {
  await history.saveTags(Array.from({ length: 300 }, (_, i) => realTag(i, { by: 'asked' })))
  await history.setFavourite([idOf(0)], true)
  await copy.keepCopy()
  expect(stored.size).toBe(251)
  expect(JSON.stringify([...stored]).length).toBeLessThan(1_500_000)
  for (const id of [0, 299]) expect(stored.has(`historyCopy:${idOf(id)}`)).toBe(true)
  expect(stored.has(`historyCopy:${idOf(1)}`)).toBe(false)
})

it('writes nothing if nothing has changed', async () => {
  await fillThree()
  await copy.keepCopy()
  const set = vi.spyOn(browser.storage.local, 'set')
  await copy.keepCopy()
  expect(set).not.toHaveBeenCalled()
})
