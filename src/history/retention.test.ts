import { beforeEach, expect, it, vi } from 'vitest'
import { fill, freshHistory, ids, tag } from '../../tests/helpers/fresh-history.ts'

let history: Awaited<ReturnType<typeof freshHistory>>
beforeEach(async () => {
  history = await freshHistory()
})

const storedIds = async () => ids(await history.newestTags({ limit: 5000 }))

it('deletes the oldest automatic tags completely', async () => {
  for (let i = 0; i < 10; i++) await history.saveTag(tag(`t${i}`, i, { by: i < 3 ? 'asked' : 'auto' }))
  await history.setFavourite(['t3', 't9'], true)
  expect(await history.trimHistory(7)).toBe(3)
  expect(await storedIds()).toEqual(['t9', 't8', 't7', 't3', 't2', 't1', 't0'])
  const database = await history.openHistory()
  for (const store of ['tags', 'thumbnails', 'embeddings'] as const) expect(await database.count(store)).toBe(7)
})

it('never deletes favourites or tags that the user asked for', async () => {
  for (let i = 0; i < 6; i++) await history.saveTag(tag(`t${i}`, i, { by: i < 3 ? 'asked' : 'auto' }))
  await history.setFavourite(['t4'], true)
  expect(await history.trimHistory(0)).toBe(2)
  expect(await storedIds()).toEqual(['t4', 't2', 't1', 't0'])
  expect(await history.trimHistory(0)).toBe(0)
})

it('predicts how many tags it will delete', async () => {
  for (let i = 0; i < 12; i++) await history.saveTag(tag(`t${i}`, i, { by: i % 4 === 0 ? 'asked' : 'auto' }))
  // One automatic tag, and one that is protected anyway.
  await history.setFavourite(['t1', 't4'], true)
  for (const limit of [20, 12, 11, 6, 5, 0]) {
    const excess = await history.countExcess(limit)
    expect(excess).toBe(await history.trimHistory(limit))
    expect(await history.countExcess(limit)).toBe(0)
  }
  expect(await storedIds()).toEqual(['t8', 't4', 't1', 't0'])
})

it('does nothing below the limit', async () => {
  await fill(history, 4)
  expect(await history.trimHistory(4)).toBe(0)
  expect(await history.countTags()).toBe(4)
})

it('works through several batches and announces each', async () => {
  await fill(history, 1230)
  const heard = vi.fn()
  const abort = new AbortController()
  history.watchHistory(heard, abort.signal)
  expect(await history.trimHistory(100)).toBe(1130)
  expect(await history.countTags()).toBe(100)
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(3))
  expect(heard.mock.calls.flatMap(([change]) => change.ids)).toEqual(Array.from({ length: 1130 }, (_, i) => `t${i}`))
  abort.abort()
})

it('purges tags that were deleted more than a minute ago', async () => {
  await history.saveTag(tag('a', 1))
  await history.deleteTags(['a'])
  await history.trimHistory(100)
  const database = await history.openHistory()
  expect(await database.count('thumbnails')).toBe(1)
  const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000)
  await history.trimHistory(100)
  now.mockRestore()
  expect(await database.count('thumbnails')).toBe(0)
})
