import { expect, it, vi } from 'vitest'
import { collectGarbageEvery } from './collect-garbage-every.ts'

it('collects garbage after every so many tasks', () => {
  const collect = vi.fn()
  const onTask = collectGarbageEvery(3, collect)
  for (let task = 0; task < 7; task++) onTask()
  expect(collect).toHaveBeenCalledTimes(2)
})
