import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, it } from 'vitest'
import { anotherContext, tag } from '../../../tests/helpers/fresh-history.ts'
import fixture from '../../../tests/helpers/history-version-1.json' with { type: 'json' }
import { oldBytes, oldTags, writeVersion1 } from '../../../tests/helpers/old-history.ts'

let history: Awaited<ReturnType<typeof anotherContext>>
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  await writeVersion1(fixture)
  history = await anotherContext()
})

it('opens a version 1 database with all its content', async () => {
  const tags = await history.newestTags({ limit: 10 })
  expect(tags.map(({ picture: _, ...facts }) => facts)).toEqual(oldTags.toSorted((a, b) => b.seenAt - a.seenAt))
  for (const { id } of oldTags) {
    const whole = await history.readTag(id)
    expect(whole?.thumbnail).toEqual(oldBytes('thumbnails', id))
    expect(new Uint8Array(whole?.embedding.buffer ?? [])).toEqual(oldBytes('embeddings', id))
  }
})

it('counts old tags by class', async () => {
  expect(await history.countByGarment()).toEqual(new Map(['Shoes', 'T-Shirt', 'Watch'].map(garment => [garment, 1])))
})

it('supports every operation on old tags', async () => {
  const [tee, shoes, watch] = oldTags.map(({ id }) => id) as [string, string, string]
  await history.setFavourite([tee], true)
  await history.saveTag(tag('new', 1))
  await history.deleteTags([shoes])
  await history.restoreTags([shoes])
  // The watch and the new tag are automatic and not favourites.
  expect(await history.trimHistory(2)).toBe(2)
  expect((await history.readTags([tee, shoes, watch, 'new'])).map(({ id }) => id)).toEqual([tee, shoes])
})

it('replaces an old record when its picture is seen again', async () => {
  const [old] = oldTags
  const now = Date.now()
  await history.saveTag(tag(old?.id ?? '', now))
  expect(await history.readTag(old?.id ?? '')).toEqual(tag(old?.id ?? '', now))
})
