import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ServerLimits } from './server-limits.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

/** How many reads from a server may start at once. */
function readsAtOnce(limits: ServerLimits): number {
  let count = 0
  for (; limits.mayRead('a.shop') && count < 99; count++) limits.started('a.shop')
  for (let i = 0; i < count; i++) limits.ended('a.shop')
  return count
}

it('reads more from a server with each answer, and one at a time after a timeout', () => {
  const limits = new ServerLimits()
  expect(readsAtOnce(limits)).toBe(2)
  for (let i = 0; i < 9; i++) limits.answered('a.shop')
  expect(readsAtOnce(limits)).toBe(6)
  limits.timedOut('a.shop')
  expect(readsAtOnce(limits)).toBe(1)
})

it('leaves a server alone for as long as it asks, and then reads half as much at once', () => {
  const limits = new ServerLimits()
  for (let i = 0; i < 9; i++) limits.answered('a.shop')
  limits.refused('a.shop', 5000)
  expect([readsAtOnce(limits), limits.mayRead('b.shop')]).toEqual([0, true])
  vi.advanceTimersByTime(4999)
  expect(readsAtOnce(limits)).toBe(0)
  vi.advanceTimersByTime(1)
  expect(readsAtOnce(limits)).toBe(1)
  for (let i = 0; i < 9; i++) limits.answered('a.shop')
  expect(readsAtOnce(limits)).toBe(3)
})

it('counts the refusals of requests that were on their way as one', () => {
  const limits = new ServerLimits()
  for (let i = 0; i < 9; i++) limits.answered('a.shop')
  for (let i = 0; i < 6; i++) limits.refused('a.shop')
  expect(limits.pauseOf('a.shop')).toBe(2000)
  vi.advanceTimersByTime(2000)
  for (let i = 0; i < 9; i++) limits.answered('a.shop')
  expect(readsAtOnce(limits)).toBe(3)
})

it('doubles a pause that the server does not name until it answers', () => {
  const limits = new ServerLimits()
  const pauses = [1, 2, 3].map(() => {
    limits.refused('a.shop')
    const pause = limits.pauseOf('a.shop')
    vi.advanceTimersByTime(pause)
    return pause
  })
  expect(pauses).toEqual([2000, 4000, 8000])
  limits.answered('a.shop')
  limits.refused('a.shop')
  expect(limits.pauseOf('a.shop')).toBe(2000)
})

it.each([
  [0, 1000],
  [Number.MAX_SAFE_INTEGER, 600_000],
])('bounds a pause of %i ms to %i ms', (asked, pause) => {
  const limits = new ServerLimits()
  limits.refused('a.shop', asked)
  expect(limits.pauseOf('a.shop')).toBe(pause)
})

it('knows no pause where there is no server, as for uploads', () => {
  const limits = new ServerLimits()
  for (let i = 0; i < 9; i++) limits.started('')
  expect(limits.mayRead('')).toBe(true)
})
