import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type browser from 'webextension-polyfill'
import type { FromHost } from '../../messages/host-port.ts'
import { Replies } from './replies.ts'

const answer = (id: number): FromHost => ({ type: 'answer', id, answer: { failure: 'empty' } })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function open(postMessage = vi.fn()) {
  return { replies: new Replies({ postMessage } as unknown as browser.Runtime.Port), postMessage }
}

it('sends the first answer at once, and those that follow soon in one post', () => {
  const { replies, postMessage } = open()
  for (const id of [1, 2, 3]) replies.send(answer(id), true)
  expect(postMessage.mock.calls).toEqual([[answer(1)]])
  vi.runAllTimers()
  expect(postMessage.mock.calls.slice(1)).toEqual([[[answer(2), answer(3)]]])
})

it('keeps the interval while answers come, and sends at once after a pause', () => {
  const { replies, postMessage } = open()
  replies.send(answer(1), true)
  replies.send(answer(2), true)
  vi.advanceTimersToNextTimer()
  replies.send(answer(3), true)
  expect(postMessage).toHaveBeenCalledTimes(2)
  vi.runAllTimers()
  replies.send(answer(4), true)
  expect(postMessage.mock.calls.slice(2)).toEqual([[answer(3)], [answer(4)]])
})

it('lets nothing wait for the last answer or for another message, and keeps their order', () => {
  const { replies, postMessage } = open()
  for (const id of [1, 2]) replies.send(answer(id), true)
  replies.send({ type: 'learned' })
  for (const id of [3, 4]) replies.send(answer(id), id === 3)
  vi.runAllTimers()
  expect(postMessage.mock.calls.flat(2)).toEqual([answer(1), answer(2), { type: 'learned' }, answer(3), answer(4)])
  expect(postMessage).toHaveBeenCalledTimes(4)
})

it('survives a client that has disconnected', () => {
  const { replies } = open(
    vi.fn(() => {
      throw new Error('Attempting to use a disconnected port object')
    }),
  )
  expect(() => replies.send(answer(1))).not.toThrow()
})
