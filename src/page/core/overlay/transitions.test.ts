import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchMotion } from './transitions.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('counts what has ended in the next layout, however late that comes, and then no more', () => {
  const document = new EventTarget()
  vi.stubGlobal('document', document)
  vi.stubGlobal('Node', { ELEMENT_NODE: 1 })
  const element = { nodeType: 1 }
  const nothing = () => {}
  const movingNow = watchMotion(() => true, nothing, nothing, new AbortController().signal)

  document.dispatchEvent(Object.defineProperty(new Event('transitionend'), 'target', { value: element }))
  vi.advanceTimersByTime(5000)
  expect([...movingNow()]).toEqual([element])
  expect([...movingNow()]).toEqual([])
})
