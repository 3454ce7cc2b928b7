import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { freshHistory, tag } from '../../tests/helpers/fresh-history.ts'

let history: Awaited<ReturnType<typeof freshHistory>>
beforeEach(async () => {
  history = await freshHistory()
})
afterEach(() => vi.unstubAllGlobals())

describe('eraseHistory and measureStorage', () => {
  it('leaves nothing in any store', async () => {
    await history.saveTag(tag('a', 1))
    await history.saveTag(tag('b', 1))
    await history.deleteTags(['b'])
    await history.eraseHistory()
    const database = await history.openHistory()
    for (const store of database.objectStoreNames) expect(await database.count(store)).toBe(0)
  })

  it('measures tags and bytes', async () => {
    vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: 700, quota: 9000 }) } })
    await history.saveTag(tag('a', 1))
    expect(await history.measureStorage()).toEqual({ tags: 1, bytes: 700, quota: 9000 })
  })
})
