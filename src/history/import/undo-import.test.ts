import { beforeEach, expect, it, vi } from 'vitest'
import { freshImport, idOf, realTag } from '../../../tests/helpers/fresh-import.ts'
import type { Tag } from '../tag.ts'

type Context = Awaited<ReturnType<typeof freshImport>>
let history: Context['history']
let exportHistory: Context['exportHistory']
let checkImport: Context['checkImport']

async function begin() {
  ;({ history, exportHistory, checkImport } = await freshImport())
}
beforeEach(async () => {
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: 0, quota: 1e9 }) } })
  await begin()
})

async function keep(...tags: Tag[]): Promise<void> {
  for (const one of tags) await history.saveTag(one)
}

/** All tags, newest first. */
async function all(): Promise<(Tag | undefined)[]> {
  const tags = await history.newestTags({ limit: 10_000 })
  return Promise.all(tags.map(({ id }) => history.readTag(id)))
}

/** Imports four tags over the first two, of which the first is older than its copy in the file. */
async function imported() {
  await keep(realTag(1, { pageTitle: 'newer', by: 'asked' }), realTag(2), realTag(3), realTag(4))
  const file = await exportHistory('json')
  await begin()
  await keep(realTag(1, { seenAt: 500 }), realTag(2))
  return (await checkImport(file)).write()
}
const storedIds = async () => (await all()).map(found => found?.id)

it('keeps a tag that was made a favourite since, and a mark on a known one', async () => {
  const { undo } = await imported()
  await history.setFavourite([idOf(1), idOf(2), idOf(3)], true)
  await undo()
  expect(await storedIds()).toEqual([idOf(3), idOf(2), idOf(1)])
  const [third, second, first] = await all()
  for (const tag of [third, second, first]) expect(tag?.favouriteSince).toEqual(expect.any(Number))
  expect(first).toMatchObject({ seenAt: 500, by: 'auto', pageTitle: `Page ${idOf(1)}` })
})

it('keeps what was seen or asked about since', async () => {
  const { undo } = await imported()
  await keep(realTag(1, { seenAt: 2000, pageTitle: 'again' }), realTag(3, { seenAt: 3000, by: 'asked' }))
  await undo()
  expect(await all()).toMatchObject([
    { id: idOf(3), seenAt: 3000, by: 'asked' },
    { id: idOf(1), pageTitle: 'again', by: 'asked' },
    { id: idOf(2) },
  ])
})

it('leaves deleted what was deleted since, for good or not', async () => {
  const { undo } = await imported()
  const gone = await history.deleteTags([idOf(1)])
  await gone.finish()
  const deletion = await history.deleteTags([idOf(2), idOf(3)])
  await undo()
  expect(await storedIds()).toEqual([])
  // The import added the third, so that without it there is nothing to restore.
  await deletion.undo()
  expect(await storedIds()).toEqual([idOf(2)])
  expect(await history.countTags()).toBe(1)
})

it('restores the page of a tag whose deletion is undone afterwards', async () => {
  const { undo } = await imported()
  const deletion = await history.deleteTags([idOf(1)])
  await undo()
  await deletion.undo()
  expect((await all()).at(-1)).toMatchObject({ id: idOf(1), seenAt: 500, by: 'auto' })
})

it('removes nothing that a second import has added', async () => {
  const { undo } = await imported()
  await undo()
  await undo()
  expect(await storedIds()).toEqual([idOf(2), idOf(1)])
})
