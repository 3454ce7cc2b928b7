import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { IdleBatcher } from './idle-batcher.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A batcher whose batches end when the test says so. */
function gather() {
  const host = { isBusy: true }
  const batches: { items: string; done(): void }[] = []
  const gathering = new IdleBatcher<string>(
    items => new Promise(done => batches.push({ items: items.join(''), done })),
    {
      maxCount: 4,
      maxWaitMs: 2000,
      isBusy: () => host.isBusy,
    },
  )
  const add = (items: string) => [...items].forEach(item => void gathering.add(item))
  return { host, gathering, add, batches, worked: () => batches.map(({ items }) => items) }
}

it('processes all waiting items once idle', () => {
  const { host, add, worked } = gather()
  add('ab')
  vi.advanceTimersByTime(1000)
  add('c')
  expect(worked()).toEqual([])
  host.isBusy = false
  vi.advanceTimersByTime(100)
  expect(worked()).toEqual(['abc'])
})

it('processes new items soon while idle', () => {
  const { host, add, worked } = gather()
  host.isBusy = false
  add('a')
  expect(worked()).toEqual([])
  vi.advanceTimersByTime(100)
  expect(worked()).toEqual(['a'])
})

it('lets no item wait longer than the maximum', async () => {
  const { add, batches, worked } = gather()
  add('a')
  vi.advanceTimersByTime(1900)
  add('b')
  expect(worked()).toEqual([])
  vi.advanceTimersByTime(100)
  expect(worked()).toEqual(['ab'])
  batches[0]?.done()
  await vi.advanceTimersByTimeAsync(0)
  add('c')
  vi.advanceTimersByTime(1900)
  expect(worked()).toEqual(['ab'])
  vi.advanceTimersByTime(100)
  expect(worked()).toEqual(['ab', 'c'])
})

it('starts at once with the maximum number of items', () => {
  const { add, worked } = gather()
  add('abcd')
  expect(worked()).toEqual(['abcd'])
})

it('runs one batch at a time, and loses no item that arrives meanwhile', async () => {
  const { gathering, add, batches, worked } = gather()
  add('abcd')
  add('efghij')
  vi.advanceTimersByTime(5000)
  expect(worked()).toEqual(['abcd'])
  batches[0]?.done()
  await vi.advanceTimersByTimeAsync(0)
  expect(worked()).toEqual(['abcd', 'efghij'])
  expect(gathering.isOpen).toBe(true)
  batches[1]?.done()
  await vi.advanceTimersByTimeAsync(0)
  expect(gathering.isOpen).toBe(false)
})

it('flushes all waiting items, including those that arrive meanwhile', async () => {
  const { gathering, add, batches, worked } = gather()
  add('ab')
  const flushed = vi.fn()
  void gathering.flush().then(flushed)
  expect(worked()).toEqual(['ab'])
  add('c')
  batches[0]?.done()
  await vi.advanceTimersByTimeAsync(0)
  expect(worked()).toEqual(['ab', 'c'])
  expect(flushed).not.toHaveBeenCalled()
  batches[1]?.done()
  await vi.advanceTimersByTimeAsync(0)
  expect(flushed).toHaveBeenCalled()
  await gathering.flush()
  expect(worked()).toEqual(['ab', 'c'])
})
