import { beforeEach, expect, it, vi } from 'vitest'
import { randoms } from '../../../bench/history/synthetic-tags.ts'
import { freshHistory, tag } from '../../../tests/helpers/fresh-history.ts'
import { type Garment, garments } from '../../apparel/classes.ts'

let history: Awaited<ReturnType<typeof freshHistory>>
beforeEach(async () => {
  history = await freshHistory()
})

/** Counts the tags of each class one by one. */
async function counted(): Promise<Map<Garment, number>> {
  const tags = await (await history.openHistory()).getAll('tags')
  const count = (garment: Garment) => tags.filter(tag => tag.garment === garment).length
  return new Map(garments.map((garment): [Garment, number] => [garment, count(garment)]).filter(([, n]) => n > 0))
}

it('keeps the counts correct through every kind of change', async () => {
  const random = randoms(5)
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item
  const some = () => Array.from({ length: 8 }, () => `t${Math.floor(random() * 30)}`)
  const seen = (id: string) =>
    tag(id, Math.floor(random() * 100), { garment: pick(garments), by: random() < 0.2 ? 'asked' : 'auto' })
  const acts = [
    () => history.saveTags([...new Set(some())].map(seen)),
    () => history.saveTag(seen(pick(some()))),
    () => history.deleteTags(some()),
    () => history.restoreTags(some()),
    () => history.purgeTags(some()),
    () => history.setFavourite(some(), random() < 0.3),
    () => history.trimHistory(15),
  ]
  for (let i = 0; i < 300; i++) {
    await pick(acts)()
    expect(await history.countByGarment()).toEqual(await counted())
  }
  expect((await counted()).size).toBeGreaterThan(1)
  await history.eraseHistory()
  expect(await history.countByGarment()).toEqual(new Map())
  await history.saveTag(tag('new', 1))
  expect(await history.countByGarment()).toEqual(new Map([['Shoes', 1]]))
})

it('does not count a tag that could not be written', async () => {
  await history.saveTag(tag('a', 1))
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await expect(history.saveTag(tag('b', 1, { garment: 'Hat' }))).rejects.toThrow('full')
  put.mockRestore()
  expect(await history.countByGarment()).toEqual(new Map([['Shoes', 1]]))
})

it('counts the tags of a version 3 database during the upgrade', async () => {
  const opening = indexedDB.open('history', 3)
  await new Promise(resolve => {
    opening.onupgradeneeded = () => {
      const tags = opening.result.createObjectStore('tags', { keyPath: 'id' })
      tags.createIndex('seenAt', ['seenAt', 'id'])
      tags.createIndex('by', ['by', 'seenAt', 'id'])
      tags.createIndex('favouriteSince', 'favouriteSince')
      tags.createIndex('garment', 'garment')
      opening.result.createObjectStore('thumbnails')
      opening.result.createObjectStore('embeddings')
      opening.result.createObjectStore('deleted', { keyPath: 'id' }).createIndex('deletedAt', 'deletedAt')
      for (let i = 0; i < 1200; i++) {
        const { thumbnail: _, embedding: __, ...metadata } = tag(`t${i}`, i, { garment: i % 3 ? 'Shoes' : 'Hat' })
        tags.put(metadata)
      }
    }
    opening.onsuccess = resolve
  })
  opening.result.close()
  expect(await history.countByGarment()).toEqual(
    new Map([
      ['Hat', 400],
      ['Shoes', 800],
    ]),
  )
  expect([...(await history.openHistory()).transaction('tags').store.indexNames]).not.toContain('garment')
})
