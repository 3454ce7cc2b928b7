import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { freshImport, realTag } from '../../../tests/helpers/fresh-import.ts'
import type { Tag } from '../tag.ts'

const YEAR = 366 * 86_400_000
const NOW = Date.UTC(2027, 5, 1)

type Context = Awaited<ReturnType<typeof freshImport>>
let history: Context['history']
let exportHistory: Context['exportHistory']
let checkImport: Context['checkImport']

async function begin() {
  ;({ history, exportHistory, checkImport } = await freshImport())
}
beforeEach(async () => {
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: 0, quota: 1e9 }) } })
  vi.spyOn(Date, 'now').mockReturnValue(NOW)
  await begin()
})
afterEach(() => vi.restoreAllMocks())

async function keep(...tags: Tag[]): Promise<void> {
  for (const one of tags) await history.saveTag(one)
}

/** All tags, newest first. */
async function all(): Promise<(Tag | undefined)[]> {
  const tags = await history.newestTags({ limit: 10_000 })
  return Promise.all(tags.map(({ id }) => history.readTag(id)))
}

it('a time of the future becomes the time of the import', async () => {
  await keep(realTag(1, { seenAt: NOW + YEAR, favouriteSince: NOW + YEAR }))
  const file = await exportHistory('json')
  await begin()
  await (await checkImport(file)).write()
  expect(await all()).toMatchObject([{ seenAt: NOW, favouriteSince: NOW }])
})

it('a time of the future does not beat a sighting on this machine', async () => {
  await keep(realTag(1, { seenAt: NOW + YEAR, by: 'asked', pageTitle: 'From the future' }))
  const file = await exportHistory('json')
  await begin()
  await keep(realTag(1, { seenAt: NOW - 5, pageTitle: 'Here' }))
  expect(await (await checkImport(file)).write()).toMatchObject({ replaced: 0, skipped: 1 })
  expect(await all()).toMatchObject([{ seenAt: NOW - 5, pageTitle: 'Here', by: 'asked' }])
})

it('a time stays if the clock is behind and the history proves it', async () => {
  await keep(realTag(1, { seenAt: NOW + 5 }))
  const file = await exportHistory('json')
  await begin()
  await keep(realTag(2, { seenAt: NOW + 9 }))
  vi.mocked(Date.now).mockReturnValue(0)
  await (await checkImport(file)).write()
  expect(await all()).toMatchObject([{ seenAt: NOW + 9 }, { seenAt: NOW + 5 }])
})
