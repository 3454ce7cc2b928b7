import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FakeWorker } from '../../tests/helpers/fake-worker.ts'
import { WorkerClient } from './worker-client.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function openLine({ closeAfterMs, renewAfterCount }: { closeAfterMs?: number; renewAfterCount?: number } = {}) {
  const workers: FakeWorker[] = []
  const line = new WorkerClient<{ type: string }, string>({
    open: () => {
      workers.push(new FakeWorker())
      return workers.at(-1) as unknown as Worker
    },
    toError: failure => new Error(failure),
    ...(closeAfterMs !== undefined && { closeAfterMs }),
    ...(renewAfterCount !== undefined && { renewAfterCount }),
  })
  return { line, workers }
}

it('resolves each task with its own reply, in any order', async () => {
  const { line, workers } = openLine()
  const answers = [line.ask({ type: 'one' }), line.ask({ type: 'two' })]
  workers[0]?.answers({ id: 2, result: 'second' })
  workers[0]?.answers({ id: 1, result: 'first' })
  expect(await Promise.all(answers)).toEqual(['first', 'second'])
  expect(workers).toHaveLength(1)
})

it('rejects with the error made from the failure', async () => {
  const { line, workers } = openLine()
  const answer = line.ask({ type: 'one' })
  workers[0]?.answers({ id: 1, failure: 'no room' })
  await expect(answer).rejects.toThrow('no room')
})

it('cancels a task when its signal is aborted', async () => {
  const { line, workers } = openLine()
  const wish = new AbortController()
  const answer = line.ask({ type: 'one' }, [], wish.signal)
  wish.abort(new Error('scrolled away'))
  await expect(answer).rejects.toThrow('scrolled away')
  expect(workers[0]?.received.map(({ id, type }) => [id, type])).toEqual([
    [1, 'one'],
    [1, 'cancel'],
  ])
})

it('starts a worker for the first task and reuses it', async () => {
  const { line, workers } = openLine()
  expect(workers).toHaveLength(0)
  const answer = line.ask({ type: 'one' })
  workers[0]?.answers({ id: 1, result: '' })
  await answer
  vi.advanceTimersByTime(1e9)
  expect(workers.map(({ isClosed }) => isClosed)).toEqual([false])
})

it('closes an idle worker, and starts another for the next task', async () => {
  const { line, workers } = openLine({ closeAfterMs: 1000 })
  const answers = [line.ask({ type: 'one' }), line.ask({ type: 'two' })]
  workers[0]?.answers({ id: 1, result: '' })
  await answers[0]
  vi.advanceTimersByTime(5000)
  expect(workers[0]?.isClosed).toBe(false)
  workers[0]?.answers({ id: 2, result: '' })
  await answers[1]
  vi.advanceTimersByTime(999)
  const third = line.ask({ type: 'three' })
  vi.advanceTimersByTime(5000)
  expect(workers[0]?.isClosed).toBe(false)
  workers[0]?.answers({ id: 3, result: '' })
  await third
  vi.advanceTimersByTime(1000)
  expect(workers[0]?.isClosed).toBe(true)

  const fourth = line.ask({ type: 'four' })
  workers[1]?.answers({ id: 4, result: 'again' })
  expect(await fourth).toBe('again')
})

it('replaces the worker after the maximum number of tasks, and closes the old one after its last reply', async () => {
  const { line, workers } = openLine({ renewAfterCount: 2 })
  const answers = ['one', 'two', 'three'].map(type => line.ask({ type }))
  expect(workers.map(({ received }) => received.map(({ type }) => type))).toEqual([['one', 'two'], ['three']])
  workers[0]?.answers({ id: 1, result: '' })
  await answers[0]
  expect(workers[0]?.isClosed).toBe(false)
  workers[0]?.answers({ id: 2, result: 'late' })
  expect(await answers[1]).toBe('late')
  expect(workers[0]?.isClosed).toBe(true)
  workers[1]?.answers({ id: 3, result: 'fresh' })
  expect(await answers[2]).toBe('fresh')
  expect(workers[1]?.isClosed).toBe(false)
})
