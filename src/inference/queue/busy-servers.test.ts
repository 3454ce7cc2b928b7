import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openQueue } from '../../../tests/helpers/open-queue.ts'
import { PictureError } from '../picture-error.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] }))
afterEach(() => void vi.useRealTimers())

/** A queue, and a way to have a server refuse a read. */
function open() {
  const { reads, ...opened } = openQueue()
  const settled = () => vi.advanceTimersByTimeAsync(0)
  const refuse = async (url: string, retryAfterMs?: number) => {
    reads.get(url)?.reject(new PictureError('busy', '429', retryAfterMs))
    await settled()
  }
  const answer = async (url: string) => {
    reads.get(url)?.resolve({ result: 'T-Shirt' })
    await settled()
  }
  return { ...opened, refuse, answer }
}

const url = (i: number) => `http://shop.example/${i}`

describe('Queue, for a server that asks to slow down,', () => {
  it('reads the picture again after the pause, and no other meanwhile', async () => {
    const { ask, started, answers, refuse, answer } = open()
    for (let i = 0; i < 3; i++) ask(url(i))
    expect(started).toEqual([url(0), url(1)])
    await answer(url(1))
    await refuse(url(0), 5000)
    await answer(url(2))
    ask('http://other.example/0')
    ask(url(3))
    expect(started.slice(3)).toEqual(['http://other.example/0'])
    await vi.advanceTimersByTimeAsync(4999)
    expect(started).toHaveLength(4)
    await vi.advanceTimersByTimeAsync(1)
    expect(started.slice(4)).toHaveLength(1)
    await answer(url(0))
    await answer(url(3))
    await answer(url(0))
    expect(new Map(answers)).toEqual(new Map([0, 1, 2, 3].map(i => [url(i), 'T-Shirt'])))
  })

  it('gives up on a picture that is refused again and again', async () => {
    const { ask, queue, started, answers, refuse } = open()
    ask(url(0))
    for (let i = 0; i < 9; i++) {
      await refuse(url(0), 1000)
      await vi.advanceTimersByTimeAsync(1000)
    }
    expect(started).toEqual([url(0), url(0), url(0), url(0)])
    expect(answers).toEqual([[url(0), { failure: 'busy', detail: '429', retryAfterMs: 1000 }]])
    expect(queue.size).toBe(0)
  })

  it('does not let pictures wait for an hour, nor asks for others', async () => {
    const { ask, started, answers, refuse } = open()
    for (let i = 0; i < 3; i++) ask(url(i))
    await refuse(url(0), 3_600_000)
    expect(answers.map(([url]) => url).sort()).toEqual([url(0), url(2)])
    ask(url(3))
    await vi.advanceTimersByTimeAsync(0)
    expect(answers.at(-1)).toEqual([url(3), { failure: 'busy' }])
    expect(started).toEqual([url(0), url(1)])
  })

  it.each([
    ['the user', 'asked', undefined],
    ['a page that can read its own copy', 'visible', { isReadable: true }],
  ] as const)('does not let %s wait', async (_, priority, copy) => {
    const { ask, queue, started, answers, refuse } = open()
    ask(url(0))
    await refuse(url(0), 5000)
    const request = {
      tab: 'tab',
      priority,
      deliver: (answer: unknown) => void answers.push([url(1), answer as string]),
    }
    queue.ask({ ...request, key: url(1), source: { url: url(1), copy } })
    queue.ask({ ...request, key: url(2), source: { url: url(2), copy } }).cancel()
    await vi.advanceTimersByTimeAsync(0)
    expect(answers).toEqual([[url(1), { failure: 'busy' }]])
    expect(started).toEqual([url(0)])
  })

  it('reads nothing for a picture that was cancelled during the pause', async () => {
    const { ask, queue, started, refuse } = open()
    const ticket = ask(url(0))
    await refuse(url(0), 1000)
    ticket.cancel()
    await vi.advanceTimersByTimeAsync(2000)
    expect(started).toEqual([url(0)])
    expect(queue.size).toBe(0)
  })
})
