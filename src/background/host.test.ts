import { beforeEach, expect, it, vi } from 'vitest'
import { restartHost, wakeHost } from './host.ts'

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

it('starts no host that does not run', async () => {
  await restartHost()
  expect(course).toEqual([])
})

it('starts the host anew once for several changes at the same time', async () => {
  await wakeHost()
  await Promise.all([restartHost(), restartHost(), restartHost()])
  expect(course).toEqual(['created', 'closed', 'created'])
})

it('tells who wakes it of no host that is about to be closed', async () => {
  await wakeHost()
  const first = restartHost()
  const woken = wakeHost().then(() => course.push('woken'))
  await Promise.all([first, restartHost(), woken])
  expect(course.at(-1)).toBe('woken')
  expect(course.filter(event => event === 'woken')).toHaveLength(1)
})
