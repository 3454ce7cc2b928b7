import { beforeEach, expect, it, vi } from 'vitest'
import { restartHost, wakeHost } from './host-lifetime.ts'

const { browser } = vi.hoisted(() => ({
  browser: {
    runtime: { sendMessage: async () => {} },
    storage: { local: { get: async () => ({}) } },
  },
}))
vi.mock('webextension-polyfill', () => ({ default: browser }))

/** What happened to the document, in order. */
let course: string[]
beforeEach(() => {
  course = []
  let exists = false
  vi.stubGlobal('chrome', {
    offscreen: {
      Reason: {},
      hasDocument: async () => exists,
      createDocument: async () => {
        course.push('created')
        exists = true
      },
      closeDocument: async () => {
        course.push('closed')
        exists = false
      },
    },
  })
})

it('does not start a host that is not running', async () => {
  await restartHost()
  expect(course).toEqual([])
})

it('restarts the host once for several concurrent changes', async () => {
  await wakeHost()
  await Promise.all([restartHost(), restartHost(), restartHost()])
  expect(course).toEqual(['created', 'closed', 'created'])
})

it('does not report a host as awake that is about to close', async () => {
  await wakeHost()
  const first = restartHost()
  const woken = wakeHost().then(() => course.push('woken'))
  await Promise.all([first, restartHost(), woken])
  expect(course.at(-1)).toBe('woken')
  expect(course.filter(event => event === 'woken')).toHaveLength(1)
})
