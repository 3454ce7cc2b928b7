import { beforeEach, describe, expect, it, vi } from 'vitest'
import { endContexts, fill, freshHistory, ids, tag } from '../../tests/helpers/fresh-history.ts'

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
  // Small ones, because a popup waits for the current batch.
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(12))
  expect(heard.mock.calls.flatMap(([change]) => change.ids)).toEqual(Array.from({ length: 1130 }, (_, i) => `t${i}`))
  abort.abort()
})

it('purges deleted tags that nobody can restore any more', async () => {
  await history.saveTag(tag('a', 1))
  await history.deleteTags(['a'])
  await history.trimHistory(100)
  const database = await history.openHistory()
  expect(await database.count('thumbnails')).toBe(1)
  endContexts()
  await history.trimHistory(100)
  expect(await database.count('thumbnails')).toBe(0)
})

describe('whatever the clock says', () => {
  const NOW = Date.UTC(2027, 5, 1)
  const YEAR = 366 * 86_400_000
  const timesOf = async () => (await history.newestTags({ limit: 50 })).map(({ seenAt }) => seenAt)
  /** A full history, seen at the given times. */
  const write = async (times: number[]) => {
    const { putTags } = await import('./tags/put-tags.ts')
    const { changeHistory } = await import('./database/transactions.ts')
    const tags = times.map((time, i) => tag(`old${i}`, time))
    await changeHistory(transaction => putTags(transaction, tags, known => known, true))
  }

  it.each([
    ['set back by a minute', NOW - 60_000],
    ['set back by a year', NOW - YEAR],
    ['reset to 1970', 5],
    ['set forward by a year', NOW + YEAR],
  ])('keeps what was seen last if the clock is %s', async (_, clock) => {
    await write([1, 2, 3, 4, 5].map(i => NOW - 5000 + i))
    for (let i = 0; i < 3; i++) {
      await history.saveTag(tag(`new${i}`, clock + i))
      await history.trimHistory(5)
    }
    expect(await storedIds()).toEqual(['new2', 'new1', 'new0', 'old4', 'old3'])
    // And once the clock is right again.
    await history.saveTag(tag('right', NOW + 60_000))
    await history.trimHistory(5)
    expect(await storedIds()).toEqual(['right', 'new2', 'new1', 'new0', 'old4'])
  })

  it('dates tags of the future back, in their order, and lets new ones keep their time', async () => {
    await write([NOW + YEAR, NOW + YEAR + 7, NOW + 2 * YEAR, NOW - 9])
    await history.saveTag(tag('new', NOW))
    expect(await storedIds()).toEqual(['new', 'old2', 'old1', 'old0', 'old3'])
    expect(Math.max(...(await timesOf()))).toBe(NOW)
  })

  it('dates them back when the history is trimmed, too', async () => {
    const now = vi.spyOn(Date, 'now').mockReturnValue(NOW)
    await write([NOW + YEAR, NOW - 9])
    await history.trimHistory(100)
    now.mockRestore()
    expect(await timesOf()).toEqual([NOW - 1, NOW - 9])
  })

  it('leaves all times alone while the clock is certainly wrong', async () => {
    await write([NOW, NOW + 1])
    await history.saveTag(tag('new', 0))
    expect(await timesOf()).toEqual([NOW + 2, NOW + 1, NOW])
  })

  it('takes the page where a picture is seen now, even if it was seen in the future', async () => {
    await write([NOW + YEAR])
    await history.saveTag(tag('old0', NOW, { pageTitle: 'Now' }))
    expect(await history.newestTags({ limit: 5 })).toMatchObject([{ id: 'old0', pageTitle: 'Now', seenAt: NOW }])
  })
})
