import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fill, freshHistory, ids, tag } from '../../../tests/helpers/fresh-history.ts'

let history: Awaited<ReturnType<typeof freshHistory>>
beforeEach(async () => {
  history = await freshHistory()
})

const storedIds = async () => ids(await history.newestTags({ limit: 2000 }))

async function sizes(): Promise<Record<string, number>> {
  const database = await history.openHistory()
  const counts = [...database.objectStoreNames].map(async name => [name, await database.count(name)] as const)
  return Object.fromEntries(await Promise.all(counts))
}

describe('deleteTags and restoreTags', () => {
  it('restore many tags completely', async () => {
    const originals = Array.from({ length: 1100 }, (_, i) => tag(`t${i}`, i))
    await fill(history, 1100)
    const progress = vi.fn()
    await history.deleteTags(ids(originals.slice(0, 1050)), progress)
    expect(progress.mock.calls).toEqual([[500], [1000], [1050]])
    expect(await history.countTags()).toBe(50)
    expect(await history.readTag('t7')).toBeUndefined()
    await history.restoreTags(ids(originals.slice(0, 1050)))
    expect(await storedIds()).toEqual(ids(originals).reverse())
    expect(await history.readTag('t7')).toEqual(originals[7])
    expect((await sizes()).deleted).toBe(0)
  })

  it('ignore unknown ids', async () => {
    await history.saveTag(tag('a', 1))
    await history.deleteTags(['nowhere', 'a'])
    await history.deleteTags(['a'])
    await history.restoreTags(['nowhere', 'a'])
    await history.restoreTags(['a'])
    expect(await storedIds()).toEqual(['a'])
  })

  it('keep a newer provenance, and requests and favourites', async () => {
    await history.saveTag(tag('a', 1, { by: 'asked' }))
    await history.setFavourite(['a'], true)
    await history.deleteTags(['a'])
    await history.saveTag(tag('a', 9, { pageTitle: 'Later' }))
    await history.restoreTags(['a'])
    const [restored] = await history.newestTags({ limit: 5 })
    expect(restored).toMatchObject({ seenAt: 9, pageTitle: 'Later', by: 'asked', favouriteSince: expect.any(Number) })
    expect(restored).not.toHaveProperty('deletedAt')
  })
})

it('restores a tag completely even if its picture was seen again and trimmed meanwhile', async () => {
  await history.saveTag(tag('a', 1, { by: 'asked' }))
  await history.deleteTags(['a'])
  await history.saveTag(tag('a', 2))
  expect(await history.trimHistory(0)).toBe(1)
  await history.restoreTags(['a'])
  expect(await history.readTag('a')).toEqual(tag('a', 1, { by: 'asked' }))
})

describe('purgeTags and purgeOlderThan', () => {
  it('leave nothing behind in any store', async () => {
    await history.saveTag(tag('a', 1))
    await history.deleteTags(['a'])
    await history.purgeTags(['a'])
    expect(await sizes()).toEqual({ tags: 0, thumbnails: 0, embeddings: 0, deleted: 0, counts: 1 })
    expect(await (await history.openHistory()).get('counts', 'garments')).toEqual({})
    await history.restoreTags(['a'])
    expect(await storedIds()).toEqual([])
  })

  it('keep a tag that was seen again', async () => {
    await history.saveTag(tag('a', 1))
    await history.deleteTags(['a'])
    await history.saveTag(tag('a', 2))
    await history.purgeTags(['a'])
    expect(await history.readTag('a')).toEqual(tag('a', 2))
  })

  it('keep deletions that can still be undone', async () => {
    const now = vi.spyOn(Date, 'now')
    await history.saveTag(tag('a', 1))
    await history.saveTag(tag('b', 2))
    now.mockReturnValue(100_000)
    await history.deleteTags(['a'])
    now.mockReturnValue(130_000)
    await history.deleteTags(['b'])
    now.mockReturnValue(170_000)
    await history.purgeOlderThan(60_000)
    await history.restoreTags(['a', 'b'])
    expect(await storedIds()).toEqual(['b'])
    now.mockRestore()
  })
})
