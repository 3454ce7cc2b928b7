import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { IdleTimer } from './idle-timer.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function idler() {
  const done: string[] = []
  const state = { isBusy: false }
  const steps = [
    { after: 60, act: () => done.push('rest') },
    { after: 300, act: () => done.push('close') },
  ]
  return { done, state, timer: new IdleTimer(steps, () => state.isBusy) }
}

it('runs each step once, at its time', () => {
  const { done } = idler()
  vi.advanceTimersByTime(59)
  expect(done).toEqual([])
  vi.advanceTimersByTime(1)
  expect(done).toEqual(['rest'])
  vi.advanceTimersByTime(239)
  expect(done).toEqual(['rest'])
  vi.advanceTimersByTime(10_000)
  expect(done).toEqual(['rest', 'close'])
})

it('starts over with each request', () => {
  const { done, timer } = idler()
  vi.advanceTimersByTime(290)
  timer.restart()
  vi.advanceTimersByTime(59)
  expect(done).toEqual(['rest'])
  vi.advanceTimersByTime(1)
  expect(done).toEqual(['rest', 'rest'])
})

it('does nothing while busy', () => {
  const { done, state } = idler()
  state.isBusy = true
  vi.advanceTimersByTime(1000)
  expect(done).toEqual([])
  state.isBusy = false
  vi.advanceTimersByTime(120)
  expect(done).toEqual(['rest'])
})
