import { beforeEach, expect, it, vi } from 'vitest'
import { freshImport, idOf, realTag } from '../../../tests/helpers/fresh-import.ts'
import type { Tag } from '../tag.ts'

type Context = Awaited<ReturnType<typeof freshImport>>
let history: Context['history']
let exportHistory: Context['exportHistory']
let checkImport: Context['checkImport']
let room: { usage: number; quota: number }

async function begin() {
  ;({ history, exportHistory, checkImport } = await freshImport())
}
beforeEach(async () => {
  room = { usage: 0, quota: 1e9 }
  vi.stubGlobal('navigator', { storage: { estimate: async () => room } })
  await begin()
})

async function keep(...tags: Tag[]): Promise<void> {
  for (const one of tags) await history.saveTag(one)
}

async function all(): Promise<(Tag | undefined)[]> {
  const tags = await history.newestTags({ limit: 10_000 })
  return Promise.all(tags.map(({ id }) => history.readTag(id)))
}

/** An export of 400 tags, which takes several batches, and a history that already has one of them. */
async function large(): Promise<File> {
  const thumbnail = new Uint8Array(9000)
  thumbnail.set(new TextEncoder().encode('RIFF----WEBP'))
  await keep(...Array.from({ length: 400 }, (_, i) => realTag(i, { thumbnail })))
  const file = await exportHistory('json')
  await begin()
  await keep(realTag(3, { seenAt: 5, pageTitle: 'mine' }), realTag(5000))
  return file
}
const expectUnchanged = async () => {
  expect((await all()).map(found => found?.pageTitle)).toEqual([`Page ${idOf(5000)}`, 'mine'])
  const database = await history.openHistory()
  for (const store of ['tags', 'thumbnails', 'embeddings'] as const) expect(await database.count(store)).toBe(2)
  expect(await history.countTags()).toBe(2)
}

it('a failing import is refused in advance if there is not enough room', async () => {
  const file = await large()
  room = { usage: 10_000, quota: file.size }
  await expect((await checkImport(file)).write()).rejects.toMatchObject({ trouble: 'full' })
  await expectUnchanged()
})

it('a failing import is undone if the disk fills up halfway', async () => {
  const file = await large()
  const checked = await checkImport(file)
  const put = IDBObjectStore.prototype.put
  let puts = 0
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...what) {
    if (++puts === 800) throw new DOMException('no room', 'QuotaExceededError')
    return put.apply(this, what)
  })
  await expect(checked.write()).rejects.toMatchObject({ name: 'HistoryError', trouble: 'full' })
  full.mockRestore()
  await expectUnchanged()
})

it('a failing import says what may remain if it cannot be undone', async () => {
  const file = await large()
  const checked = await checkImport(file)
  const abort = new AbortController()
  const broken = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError')
  })
  const ended = checked.write({ signal: abort.signal, onProgress: () => abort.abort() })
  await expect(ended).rejects.toMatchObject({ name: 'ImportRemains', count: expect.any(Number) })
  broken.mockRestore()
})

it('a failing import is undone if the user cancels it', async () => {
  const file = await large()
  const checked = await checkImport(file)
  const abort = new AbortController()
  const ended = checked.write({ signal: abort.signal, onProgress: () => abort.abort() })
  await expect(ended).rejects.toMatchObject({ name: 'AbortError' })
  await expectUnchanged()
})
