import { expect, it, vi } from 'vitest'
import type browser from 'webextension-polyfill'
import type { Engine } from '../engine/engine.ts'
import type { Host } from '../host.ts'
import { servePort } from './serve-port.ts'

vi.mock('webextension-polyfill', () => ({ default: { runtime: { getURL: () => 'chrome-extension://us/' } } }))

const provenance = { pageUrl: 'https://shop.example/', pageTitle: 'Shop', imageUrl: '', by: 'auto' } as const

/** Sends a message from a tab. @returns what the host is asked, and what it replies */
function sent(message: object, isPrivate: boolean, url = 'https://shop.example/') {
  const host = { classify: vi.fn<Host['classify']>(), teach: vi.fn(async () => ({ failure: 'empty' })) }
  let receive: (data: unknown) => void = () => {}
  const port = {
    sender: { id: 'us', url, tab: { id: 7, incognito: isPrivate } },
    onMessage: {
      addListener(listener: typeof receive) {
        receive = listener
      },
    },
    onDisconnect: { addListener: () => {} },
    postMessage: vi.fn(),
  }
  servePort(port as unknown as browser.Runtime.Port, host as unknown as Host, {} as Engine)
  receive(message)
  return { host, port }
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
