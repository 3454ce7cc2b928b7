import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { beforeEach, describe, expect, it } from 'vitest'
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
  expect(tags.map(({ picture: _, ...metadata }) => metadata)).toEqual(oldTags.toSorted((a, b) => b.seenAt - a.seenAt))
  for (const { id } of oldTags) {
    const whole = await history.readTag(id)
    expect(whole?.thumbnail).toEqual(oldBytes('thumbnails', id))
    expect(new Uint8Array(whole?.embedding.buffer ?? [])).toEqual(oldBytes('embeddings', id))
  }
})

it('counts old tags by class', async () => {
  expect((await history.readOverview(1)).garments).toEqual(
    new Map(['Shoes', 'T-Shirt', 'Watch'].map(garment => [garment, 1])),
  )
})

it('supports every operation on old tags', async () => {
  const [tee, shoes, watch] = oldTags.map(({ id }) => id) as [string, string, string]
  await history.setFavourite([tee], true)
  await history.saveTag(tag('new', 1))
  const deletion = await history.deleteTags([shoes])
  await deletion.undo()
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

describe('version 5', () => {
  const secret = 'https://lena:pass@a.example/b.jpg?w=4&token=0a'
  const clean = 'https://a.example/b.jpg?w=4'
  /** Writes the database as version 4 did. */
  async function writeVersion4(tags: object[], deleted: object[]): Promise<void> {
    globalThis.indexedDB = new IDBFactory()
    const database = await openDB('history', 4, {
      upgrade(database) {
        const store = database.createObjectStore('tags', { keyPath: 'id' })
        store.createIndex('seenAt', ['seenAt', 'id'])
        store.createIndex('by', ['by', 'seenAt', 'id'])
        store.createIndex('favouriteSince', 'favouriteSince')
        for (const name of ['thumbnails', 'embeddings', 'counts']) database.createObjectStore(name)
        database.createObjectStore('deleted', { keyPath: 'id' }).createIndex('deletedAt', 'deletedAt')
      },
    })
    for (const one of tags) await database.put('tags', one)
    for (const one of deleted) await database.put('deleted', one)
    database.close()
    history = await anotherContext()
  }

  it('removes secrets that were kept', async () => {
    const { thumbnail: _, embedding: __, ...metadata } = tag('a', 1, { imageUrl: secret, pageUrl: secret })
    await writeVersion4([metadata], [{ ...metadata, id: 'b', pageTitle: secret, deletedAt: 5 }])
    const database = await history.openHistory()
    expect(await database.get('tags', 'a')).toEqual({ ...metadata, imageUrl: clean, pageUrl: clean })
    expect(await database.get('deleted', 'b')).toMatchObject({ imageUrl: clean, pageUrl: clean, pageTitle: clean })
  })

  it('dates tags of the future back', async () => {
    const { thumbnail: _, embedding: __, ...metadata } = tag('a', Date.now() + 9e10)
    await writeVersion4([metadata], [])
    const database = await history.openHistory()
    expect((await database.get('tags', 'a'))?.seenAt).toBeLessThanOrEqual(Date.now())
  })
})
