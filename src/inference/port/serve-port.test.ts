import { expect, it, vi } from 'vitest'
import type browser from 'webextension-polyfill'
import type { Engine } from '../engine/engine.ts'
import type { Host } from '../host.ts'
import { servePort } from './serve-port.ts'

vi.mock('webextension-polyfill', () => ({ default: { runtime: { getURL: () => 'chrome-extension://us/' } } }))

const provenance = { pageUrl: 'https://shop.example/', pageTitle: 'Shop', imageUrl: '', by: 'auto' } as const

let tabs = 0

/** Sends a message from a new tab. @returns what the host is asked, and what it replies */
function sent(message: object, isPrivate: boolean, url = 'https://shop.example/') {
  const findGarments = vi.fn<Host['findGarments']>()
  const host = { classify: vi.fn<Host['classify']>(), findGarments, teach: vi.fn(async () => ({ failure: 'empty' })) }
  let receive: (data: unknown) => void = () => {}
  const port = {
    sender: { id: 'us', url, tab: { id: ++tabs, incognito: isPrivate } },
    onMessage: {
      addListener(listener: typeof receive) {
        receive = listener
      },
    },
    onDisconnect: { addListener: () => {} },
    postMessage: vi.fn(),
  }
  servePort(port as unknown as browser.Runtime.Port, host as unknown as Host, {} as Engine, () => {})
  receive(message)
  return { host, port, receive: (data: object) => receive(data) }
}

const source = { url: 'https://shop.example/a.jpg' }

it('answers in a private window without passing on a provenance', () => {
  const asked = (isPrivate: boolean) =>
    sent({ type: 'classify', id: 1, source, priority: 'visible', provenance }, isPrivate).host.classify.mock
      .calls[0]?.[0]
  expect(asked(true)).toMatchObject({ id: 1 })
  expect(asked(true)).not.toHaveProperty('provenance')
  expect(asked(false)).toMatchObject({ id: 1, provenance })
})

it('takes several messages in one post, and ignores what is invalid among them', () => {
  const ask = { type: 'classify', source, priority: 'visible' }
  const { host } = sent([{ ...ask, id: 1 }, { type: 'nonsense' }, [{ ...ask, id: 3 }], { ...ask, id: 2 }], false)
  expect(host.classify.mock.calls.map(([{ id }]) => id)).toEqual([1, 2])
})

it('learns nothing in a private window, and says so', async () => {
  const lesson = { type: 'teach', id: 1, source, said: { label: 'Hat' } }
  const { host, port } = sent(lesson, true)
  const result = { failure: 'private_window' }
  await vi.waitFor(() => expect(port.postMessage).toHaveBeenCalledWith({ type: 'taught', id: 1, result }))
  expect(host.teach).not.toHaveBeenCalled()
  expect(sent(lesson, false).host.teach).toHaveBeenCalled()
})

it('lets only own pages name a tag to learn from', () => {
  const lesson = { type: 'teach', id: 1, source: { tag: 'a' }, said: { label: 'Hat' } }
  expect(sent(lesson, false).host.teach).not.toHaveBeenCalled()
  expect(sent(lesson, false, 'chrome-extension://us/history.html').host.teach).toHaveBeenCalled()
})

const search = { type: 'find-garments', id: 1, source, priority: 'asked', provenance, keep: true }

it('keeps nothing of what it finds in a private window', () => {
  const [asked] = sent(search, true).host.findGarments.mock.calls[0] ?? []
  expect(asked).toMatchObject({ id: 1, source })
  expect(asked).not.toHaveProperty('provenance')
  expect(asked).not.toHaveProperty('keep')
  expect(sent(search, false).host.findGarments.mock.calls[0]?.[0]).toMatchObject({ provenance, keep: true })
})

it('replies with the garments, and cancels a search', () => {
  const { host, port, receive } = sent(search, false)
  const cancel = vi.fn()
  host.findGarments.mockReturnValue({ cancel, prioritise: vi.fn() })
  const result = { garments: [], milliseconds: 1 }
  host.findGarments.mock.calls[0]?.[2](result)
  expect(port.postMessage).toHaveBeenCalledWith({ type: 'garments', id: 1, result })
  receive({ ...search, id: 2 })
  receive({ type: 'cancel', id: 2 })
  expect(cancel).toHaveBeenCalledOnce()
})

it('limits the searches from one tab, but not those from other tabs and own pages', () => {
  const flood = (url?: string) => {
    const { host, port, receive } = sent(search, false, url)
    for (let id = 2; id <= 300; id++) receive({ ...search, id })
    return { searches: host.findGarments.mock.calls.length, port }
  }
  const { searches, port } = flood()
  expect(searches).toBe(240)
  expect(port.postMessage).toHaveBeenCalledWith({ type: 'garments', id: 300, result: { failure: 'too_often' } })
  expect(flood().searches).toBe(240)
  expect(flood('chrome-extension://us/popup.html').searches).toBe(300)
})
