import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createSlicedQueue, SLICE_MS, workForSlice } from './time-slices.ts'

let now = 0
let idle: (() => void)[] = []
beforeEach(() => {
  now = 0
  idle = []
  vi.stubGlobal('performance', { now: () => now })
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => idle.push(callback))
  vi.stubGlobal('cancelIdleCallback', () => {})
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const elements = Array.from({ length: 10 }, (_, i) => ({ i }) as unknown as Element)
const soon = () => new Promise<void>(resolve => queueMicrotask(resolve))

it('works until a slice is over and returns whether there may be more', () => {
  const done: number[] = []
  const items = [1, 2, 3, 4].values()
  const work = (item: number) => {
    done.push(item)
    now += SLICE_MS * 0.7
  }
  expect(workForSlice(items, work)).toBe(true)
  expect(done).toEqual([1, 2])
  expect(workForSlice(items, work)).toBe(true)
  expect(done).toEqual([1, 2, 3, 4])
  expect(workForSlice(items, work)).toBe(false)
})

it('works on each element once, at the end of the task, and on the rest when the page is idle', async () => {
  const done: Element[] = []
  const add = createSlicedQueue(element => {
    done.push(element)
    now += SLICE_MS / 4
  }, new AbortController().signal)
  for (const element of [...elements, ...elements]) add(element)
  expect(done).toEqual([])
  await soon()
  expect(done).toEqual(elements.slice(0, 5))
  idle.shift()?.()
  expect(done).toEqual(elements)
  add(elements[0] as Element)
  await soon()
  expect(done).toHaveLength(11)
})

it('stops with its signal', async () => {
  const done: Element[] = []
  const life = new AbortController()
  const add = createSlicedQueue(element => done.push(element), life.signal)
  add(elements[0] as Element)
  life.abort()
  await soon()
  expect(done).toEqual([])
})
