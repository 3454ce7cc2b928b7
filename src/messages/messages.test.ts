import { beforeEach, describe, expect, it, vi } from 'vitest'
import { handleMessages, handlePageMessages } from './handle.ts'
import { sendToBackground, sendToPage, tryToTellBackground } from './send.ts'

type Listener = (data: unknown, sender: object) => Promise<unknown> | undefined

const { browser, listeners } = vi.hoisted(() => {
  const listeners = new Set<unknown>()
  return {
    listeners,
    browser: {
      runtime: {
        sendMessage: vi.fn(),
        onMessage: {
          addListener: (listener: unknown) => listeners.add(listener),
          removeListener: (listener: unknown) => listeners.delete(listener),
        },
      },
      tabs: { sendMessage: vi.fn() },
    },
  }
})
vi.mock('webextension-polyfill', () => ({ default: browser }))

interface Calculator {
  double(args: { of: number }): number
  reset(): void
}

/** The reply of the first listener that takes the message. */
function receive(message: unknown, sender = {}): Promise<unknown> | undefined {
  return [...listeners].map(listener => (listener as Listener)(message, sender)).find(reply => reply !== undefined)
}

beforeEach(() => {
  listeners.clear()
  vi.clearAllMocks()
})

describe('handleMessages', () => {
  it('replies with what the handler returns', async () => {
    handleMessages<Calculator>('host', { double: ({ of }) => of * 2, reset: async () => {} })
    expect(await receive({ to: 'host', type: 'double', of: 4 })).toBe(8)
    expect(await receive({ to: 'host', type: 'reset' })).toBeUndefined()
  })

  it('passes the sender', async () => {
    const reset = vi.fn()
    handleMessages<Calculator>('host', { double: () => 0, reset })
    await receive({ to: 'host', type: 'reset' }, { url: 'https://a.example' })
    expect(reset).toHaveBeenCalledWith(expect.anything(), { url: 'https://a.example' })
  })

  it.each([
    undefined,
    null,
    'reset',
    {},
    { to: 'page', type: 'reset' },
    { to: 'host' },
    { to: 'host', type: 'toString' },
  ])('leaves %j to others', message => {
    handleMessages<Calculator>('host', { double: () => 0, reset: () => {} })
    expect(receive(message)).toBeUndefined()
  })

  it('ignores a sender that is not allowed', () => {
    handleMessages<Calculator>('host', { double: () => 0, reset: () => {} }, { isAllowed: () => false })
    expect(receive({ to: 'host', type: 'reset' })).toBeUndefined()
  })

  it('rejects when a handler throws', async () => {
    const double = () => {
      throw new RangeError('too large')
    }
    handleMessages<Calculator>('host', { double, reset: () => {} })
    await expect(receive({ to: 'host', type: 'double', of: 1 })).rejects.toThrow(RangeError)
  })

  it('stops when the signal is aborted', () => {
    const life = new AbortController()
    handlePageMessages<Calculator>({ double: () => 0, reset: () => {} }, life.signal)
    expect(receive({ to: 'page', type: 'reset' })).toBeDefined()
    life.abort()
    expect(listeners.size).toBe(0)
  })
})

describe('sending', () => {
  it('puts the arguments beside the receiver and the type', async () => {
    browser.runtime.sendMessage.mockResolvedValue(7)
    const args = { url: 'https://a.example/1.jpg', referrer: 'https://a.example/' }
    expect(await sendToBackground('lend-referrer', args)).toBe(7)
    expect(browser.runtime.sendMessage).toHaveBeenCalledWith({ to: 'background', type: 'lend-referrer', ...args })
    await sendToPage({ tabId: 3, frameId: 5 }, 'found-shop', { isShop: true })
    const message = { to: 'page', type: 'found-shop', isShop: true }
    expect(browser.tabs.sendMessage).toHaveBeenCalledWith(3, message, { frameId: 5 })
  })

  it('replies undefined to a best-effort message in a stale extension context', async () => {
    browser.runtime.sendMessage.mockImplementation(() => {
      throw new Error('Extension context invalidated.')
    })
    expect(await tryToTellBackground('wake-host')).toBeUndefined()
  })
})

it('does not compile if a message does not match its map', () => {
  // Never called: the type checker fails if any of these lines compiles.
  const mistakes = () => {
    // @ts-expect-error A handler is missing.
    handleMessages<Calculator>('host', { double: () => 0 })
    // @ts-expect-error A reply is wrong.
    handleMessages<Calculator>('host', { double: () => 'two', reset: () => {} })
    // @ts-expect-error A promised reply is wrong.
    handleMessages<Calculator>('host', { double: async () => 'two', reset: () => {} })
    // @ts-expect-error An argument is wrong.
    handleMessages<Calculator>('host', { double: ({ off }) => off, reset: () => {} })
    // @ts-expect-error A handler handles nothing that the map has.
    handleMessages<Calculator>('host', { double: () => 0, reset: () => {}, halve: () => 0 })
    // @ts-expect-error The map is not named.
    handleMessages('host', { double: () => 0 })
    // @ts-expect-error There is no such message.
    void sendToBackground('sing')
    // @ts-expect-error An argument is missing.
    void sendToBackground('found-shop')
    // @ts-expect-error An argument is of the wrong type.
    void sendToBackground('found-shop', { isShop: 1 })
    // @ts-expect-error The reply is a number.
    void sendToBackground('lend-referrer', { url: '', referrer: '' }).then((rule: string) => rule)
    // @ts-expect-error The message has no arguments.
    void sendToBackground('wake-host', { tabId: 1 })
  }
  expect(mistakes).toBeTypeOf('function')
})
