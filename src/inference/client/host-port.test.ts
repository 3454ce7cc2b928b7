import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Batch, FromHost, ToHost } from '../../messages/host-port.ts'
import { HostPort } from './host-port.ts'

/** One end of a Port, with the host's end in the test's hand. */
function fakePort() {
  const sent: ToHost[] = []
  const listeners: { message: ((message: Batch<FromHost>) => void)[]; disconnect: (() => void)[] } = {
    message: [],
    disconnect: [],
  }
  return {
    sent,
    postMessage: (batch: Batch<ToHost>) => sent.push(...[structuredClone(batch)].flat()),
    disconnect: () => {},
    onMessage: { addListener: (listener: (message: Batch<FromHost>) => void) => listeners.message.push(listener) },
    onDisconnect: { addListener: (listener: () => void) => listeners.disconnect.push(listener) },
    says: (message: Batch<FromHost>) => {
      for (const listener of listeners.message) listener(message)
    },
    drops: () => {
      for (const listener of listeners.disconnect) listener()
    },
  }
}

const { browser } = vi.hoisted(() => ({
  browser: {
    runtime: { id: 'apparel' as string | undefined, connect: () => ({}) as unknown, sendMessage: async () => ({}) },
  },
}))
vi.mock('webextension-polyfill', () => ({ default: browser }))

const settled = () => new Promise(resolve => setImmediate(resolve))
const source = { url: 'https://shop.example/shoe.webp' }
const answer = { failure: 'empty' } as const

let ports: ReturnType<typeof fakePort>[]
beforeEach(() => {
  ports = []
  browser.runtime.id = 'apparel'
  browser.runtime.connect = () => {
    const port = fakePort()
    ports.push(port)
    return port
  }
})
const classified = (port = ports.at(-1)) =>
  port?.sent.filter(message => message.type === 'classify').map(({ id }) => id)

describe('HostPort', () => {
  it('resolves a request with its own answer', async () => {
    const host = new HostPort()
    const first = host.ask(source, 'visible')
    const second = host.ask(source, 'near')
    await settled()
    expect(classified()).toEqual([1, 2])
    ports[0]?.says({ type: 'answer', id: 2, answer: { failure: 'timed_out' } })
    ports[0]?.says({ type: 'answer', id: 1, answer })
    expect(await Promise.all([first.answer, second.answer])).toEqual([answer, { failure: 'timed_out' }])
  })

  it('posts the requests of one task together, and hears answers that come together', async () => {
    const host = new HostPort()
    host.watchStatus(() => {}, new AbortController().signal)
    await settled()
    const post = vi.spyOn(ports[0] as ReturnType<typeof fakePort>, 'postMessage')
    const requests = ['visible', 'near'].map(priority => host.ask(source, priority as 'visible' | 'near'))
    await settled()
    expect(post).toHaveBeenCalledOnce()
    expect(classified()).toEqual([1, 2])
    ports[0]?.says([1, 2].map(id => ({ type: 'answer', id, answer })))
    expect(await Promise.all(requests.map(request => request.answer))).toEqual([answer, answer])
  })

  it('fails only the request that is too large for a post, and not those that were to share it', async () => {
    const host = new HostPort()
    host.watchStatus(() => {}, new AbortController().signal)
    await settled()
    const [port] = ports as [ReturnType<typeof fakePort>]
    const huge = { url: 'data:huge' }
    const post = port.postMessage
    port.postMessage = batch => {
      if (JSON.stringify(batch).includes(huge.url)) throw new Error('Message length exceeded maximum allowed length.')
      return post(batch)
    }
    const refused = host.ask(huge, 'visible')
    const sent = host.ask(source, 'visible')
    expect(await refused.answer).toEqual({ failure: 'too_large' })
    expect(classified(port)).toEqual([2])
    port.says({ type: 'answer', id: 2, answer })
    expect(await sent.answer).toEqual(answer)
  })

  it('repeats unanswered requests to a new host, with their latest priority', async () => {
    const host = new HostPort()
    const answered = host.ask(source, 'visible')
    const open = host.ask(source, 'near')
    await settled()
    ports[0]?.says({ type: 'answer', id: 1, answer })
    open.prioritise('visible')
    ports[0]?.drops()
    await settled()
    expect(ports).toHaveLength(2)
    expect(ports[1]?.sent[0]).toMatchObject({ type: 'classify', id: 2, priority: 'visible' })
    expect(classified(ports[1])).toEqual([2])
    ports[1]?.says({ type: 'answer', id: 2, answer })
    expect(await Promise.all([answered.answer, open.answer])).toEqual([answer, answer])
  })

  it('does not repeat cancelled requests', async () => {
    const host = new HostPort()
    const request = host.ask(source, 'visible')
    host.ask(source, 'visible')
    await settled()
    request.cancel()
    await settled()
    expect(ports[0]?.sent.at(-1)).toEqual({ type: 'cancel', id: 1 })
    ports[0]?.drops()
    await settled()
    expect(classified(ports[1])).toEqual([2])
  })

  it('lets an idle host close, even while its status is watched, and wakes it with the next request', async () => {
    const host = new HostPort()
    host.watchStatus(() => {}, new AbortController().signal)
    const first = host.ask(source, 'visible')
    await settled()
    ports[0]?.says({ type: 'answer', id: 1, answer })
    await first.answer
    ports[0]?.says({ type: 'closing' })
    ports[0]?.drops()
    await settled()
    expect(ports).toHaveLength(1)

    const second = host.ask(source, 'visible')
    await settled()
    expect(classified()).toEqual([2])
    ports[1]?.says({ type: 'answer', id: 2, answer })
    expect(await second.answer).toEqual(answer)
  })

  it('repeats a request that crosses the closing message', async () => {
    const host = new HostPort()
    host.ask(source, 'visible')
    await settled()
    ports[0]?.says({ type: 'closing' })
    await settled()
    expect(ports).toHaveLength(2)
    expect(classified()).toEqual([1])
  })

  it('gives up on a host that drops every connection, and fails all requests', async () => {
    const host = new HostPort()
    const statuses: string[] = []
    host.watchStatus(({ state }) => statuses.push(state), new AbortController().signal)
    const request = host.ask(source, 'visible')
    for (let i = 0; i < 3; i++) {
      await settled()
      ports.at(-1)?.drops()
    }
    expect(await request.answer).toEqual({ failure: 'network_failed' })
    expect(statuses).toEqual(['failed'])
  })

  it('asks for the garments of a picture, again of a new host, until it is cancelled', async () => {
    const host = new HostPort()
    const request = { source, priority: 'asked' } as const
    const cancelled = new AbortController()
    const found = host.findGarments(request, new AbortController().signal)
    void host.findGarments(request, cancelled.signal)
    await settled()
    cancelled.abort()
    await settled()
    expect(ports[0]?.sent.at(-1)).toEqual({ type: 'cancel', id: 2 })
    ports[0]?.drops()
    await settled()
    expect(ports[1]?.sent.filter(({ type }) => type === 'find-garments')).toEqual([
      { type: 'find-garments', id: 1, ...request },
    ])
    const result = { garments: [], milliseconds: 1 }
    ports[1]?.says({ type: 'garments', id: 1, result })
    expect(await found).toEqual(result)
  })

  it('gives up at once in a stale extension context', async () => {
    const host = new HostPort()
    const request = host.ask(source, 'visible')
    await settled()
    browser.runtime.id = undefined
    ports[0]?.drops()
    expect(await request.answer).toEqual({ failure: 'network_failed' })
    expect(ports).toHaveLength(1)
  })
})
