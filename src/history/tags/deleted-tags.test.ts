import { beforeEach, describe, expect, it, vi } from 'vitest'
import { endContexts, fill, freshHistory, ids, tag } from '../../../tests/helpers/fresh-history.ts'

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

describe('a deletion', () => {
  it('restores many tags completely', async () => {
    const originals = Array.from({ length: 1100 }, (_, i) => tag(`t${i}`, i))
    await fill(history, 1100)
    const progress = vi.fn()
    const deletion = await history.deleteTags(ids(originals.slice(0, 1050)), progress)
    expect(progress.mock.calls).toEqual([[500], [1000], [1050]])
    expect(await history.countTags()).toBe(50)
    expect(await history.readTag('t7')).toBeUndefined()
    await deletion.undo()
    expect(await storedIds()).toEqual(ids(originals).reverse())
    expect(await history.readTag('t7')).toEqual(originals[7])
    expect((await sizes()).deleted).toBe(0)
  })

  it('ignores unknown ids', async () => {
    await history.saveTag(tag('a', 1))
    const deletion = await history.deleteTags(['nowhere', 'a'])
    const second = await history.deleteTags(['a'])
    await second.undo()
    expect(await storedIds()).toEqual([])
    await deletion.undo()
    await deletion.undo()
    expect(await storedIds()).toEqual(['a'])
  })

  it('keeps a later sighting when it is undone, and requests and favourites', async () => {
    await history.saveTag(tag('a', 5, { by: 'asked' }))
    await history.setFavourite(['a'], true)
    const deletion = await history.deleteTags(['a'])
    // The clock was set back meanwhile.
    await history.saveTag(tag('a', 3, { pageTitle: 'Later' }))
    await deletion.undo()
    const [restored] = await history.newestTags({ limit: 5 })
    expect(restored).toMatchObject({ pageTitle: 'Later', by: 'asked', favouriteSince: expect.any(Number) })
    expect(restored).not.toHaveProperty('deletion')
  })

  it('leaves a later deletion of the same tag alone, whether it is undone or made final', async () => {
    await history.saveTag(tag('a', 1))
    await history.saveTag(tag('b', 2))
    const first = await history.deleteTags(['a', 'b'])
    await history.saveTag(tag('a', 3))
    const second = await history.deleteTags(['a'])
    await first.undo()
    expect(await storedIds()).toEqual(['b'])
    await first.finish()
    await second.undo()
    expect(await history.readTag('a')).toEqual(tag('a', 3))
  })

  it('is undone if it fails halfway', async () => {
    await fill(history, 600)
    const put = IDBObjectStore.prototype.put
    let puts = 0
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...what) {
      if (++puts === 550) throw new DOMException('no room', 'QuotaExceededError')
      return put.apply(this, what)
    })
    await expect(history.deleteTags(await storedIds())).rejects.toMatchObject({ trouble: 'full' })
    full.mockRestore()
    expect(await history.countTags()).toBe(600)
  })
})

it('restores a tag completely even if its picture was seen again and trimmed meanwhile', async () => {
  await history.saveTag(tag('a', 1, { by: 'asked' }))
  const deletion = await history.deleteTags(['a'])
  await history.saveTag(tag('a', 2))
  expect(await history.trimHistory(0)).toBe(1)
  await deletion.undo()
  expect(await history.readTag('a')).toEqual(tag('a', 1, { by: 'asked' }))
})

describe('a final deletion', () => {
  it('leaves nothing behind in any store', async () => {
    await history.saveTag(tag('a', 1))
    const deletion = await history.deleteTags(['a'])
    await deletion.finish()
    expect(await sizes()).toEqual({ tags: 0, thumbnails: 0, embeddings: 0, deleted: 0, counts: 1, about: 0 })
    expect(await (await history.openHistory()).get('counts', 'garments')).toEqual({})
    await deletion.undo()
    expect(await storedIds()).toEqual([])
  })

  it('keeps a tag that was seen again', async () => {
    await history.saveTag(tag('a', 1))
    const deletion = await history.deleteTags(['a'])
    await history.saveTag(tag('a', 2))
    await deletion.finish()
    expect(await history.readTag('a')).toEqual(tag('a', 2))
  })
})

describe('purgeLeftovers', () => {
  it('waits for every deletion that can still be undone, however late the clock says it is', async () => {
    await history.saveTag(tag('a', 1))
    await history.saveTag(tag('b', 2))
    const deletion = await history.deleteTags(['a'])
    const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 366 * 86_400_000)
    await history.purgeLeftovers()
    now.mockRestore()
    expect((await sizes()).deleted).toBe(1)
    await deletion.undo()
    expect(await storedIds()).toEqual(['b', 'a'])
  })

  it('makes deletions final whose context has ended, and then leaves nothing behind', async () => {
    await history.saveTag(tag('a', 1))
    await history.deleteTags(['a'])
    endContexts()
    await history.purgeLeftovers()
    expect(await sizes()).toMatchObject({ tags: 0, thumbnails: 0, embeddings: 0, deleted: 0 })
  })
})
