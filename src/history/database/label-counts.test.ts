import { beforeEach, expect, it, vi } from 'vitest'
import { randoms } from '../../../bench/history/synthetic-tags.ts'
import { anotherContext, freshHistory, tag } from '../../../tests/helpers/fresh-history.ts'
import { type ApparelClass, classes } from '../../apparel/classes.ts'
import { kindsOfClass } from '../../apparel/kinds.ts'
import { shownKind } from '../labels.ts'
import type { Deletion } from '../tags/deleted-tags.ts'

let history: Awaited<ReturnType<typeof freshHistory>>
beforeEach(async () => {
  history = await freshHistory()
})

/** Counts the tags of each class one by one. */
async function counted(): Promise<Map<ApparelClass, number>> {
  const tags = await (await history.openHistory()).getAll('tags')
  const count = (name: ApparelClass) => tags.filter(tag => tag.garment === name).length
  return new Map(classes.map((name): [ApparelClass, number] => [name, count(name)]).filter(([, n]) => n > 0))
}

/** Counts the tags of each kind one by one. */
async function countedKinds(): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const one of await (await history.openHistory()).getAll('tags')) {
    const kind = shownKind(one)
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return counts
}

it('keeps the counts correct through every kind of change', async () => {
  const random = randoms(5)
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item
  const some = () => Array.from({ length: 8 }, () => `t${Math.floor(random() * 30)}`)
  const seen = (id: string) => {
    const garment = pick(classes)
    // Half of the garments have a kind, and some of those one that only a newer version knows.
    const kind = garment === 'none' || random() < 0.5 ? pick([...kindsOfClass[garment], 'Novelty']) : undefined
    const by = random() < 0.2 ? 'asked' : 'auto'
    return tag(id, Math.floor(random() * 100), { garment, by, ...(kind && { kind }) })
  }
  const deletions: Deletion[] = []
  const acts = [
    () => history.saveTags([...new Set(some())].map(seen)),
    () => history.saveTag(seen(pick(some()))),
    async () => void deletions.push(await history.deleteTags(some())),
    () => deletions.shift()?.undo(),
    () => deletions.shift()?.finish(),
    () => history.setFavourite(some(), random() < 0.3),
    () => history.trimHistory(15),
  ]
  for (let i = 0; i < 300; i++) {
    await pick(acts)()
    expect((await history.readOverview(1)).garments).toEqual(await counted())
    expect((await history.readOverview(1)).kinds).toEqual(await countedKinds())
    expect(await history.countTags()).toBe(await (await history.openHistory()).count('tags'))
  }
  expect((await counted()).size).toBeGreaterThan(1)
  expect((await countedKinds()).size).toBeGreaterThan(1)
  await history.eraseHistory()
  expect((await history.readOverview(1)).garments).toEqual(new Map())
  expect((await history.readOverview(1)).kinds).toEqual(new Map())
  await history.saveTag(tag('new', 1))
  expect((await history.readOverview(1)).garments).toEqual(new Map([['Shoes', 1]]))
})

it('does not count a tag that could not be written', async () => {
  await history.saveTag(tag('a', 1))
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await expect(history.saveTag(tag('b', 1, { garment: 'Hat' }))).rejects.toThrow('full')
  put.mockRestore()
  expect((await history.readOverview(1)).garments).toEqual(new Map([['Shoes', 1]]))
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
  expect((await history.readOverview(1)).garments).toEqual(
    new Map([
      ['Hat', 400],
      ['Shoes', 800],
    ]),
  )
  expect([...(await history.openHistory()).transaction('tags').store.indexNames]).not.toContain('garment')
})

it('counts kinds in a version 4 database, whose tags have none', async () => {
  await history.saveTag(tag('a', 1))
  // What version 4 had before there were kinds.
  await (await history.openHistory()).delete('counts', 'kinds')
  const later = await anotherContext()
  expect((await later.readOverview(1)).kinds).toEqual(new Map())
  await later.saveTags([tag('b', 2, { kind: 'Boot' }), tag('c', 3, { garment: 'none', kind: 'Dress' })])
  await later.deleteTags(['a'])
  expect((await later.readOverview(1)).garments).toEqual(
    new Map([
      ['Shoes', 1],
      ['none', 1],
    ]),
  )
  expect((await later.readOverview(1)).kinds).toEqual(
    new Map([
      ['Boot', 1],
      ['Dress', 1],
    ]),
  )
})
