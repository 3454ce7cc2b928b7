import { expect, it, vi } from 'vitest'
import type browser from 'webextension-polyfill'
import type { Engine } from '../engine/engine.ts'
import type { Host } from '../host.ts'
import { servePort } from './serve-port.ts'

const provenance = { pageUrl: 'https://shop.example/', pageTitle: 'Shop', imageUrl: '', by: 'auto' } as const

/** What the host is asked when a page of such a tab asks. */
function asked(isPrivate: boolean): Parameters<Host['classify']>[0] | undefined {
  const host = { classify: vi.fn<Host['classify']>() }
  let receive: (data: unknown) => void = () => {}
  const port = {
    sender: { id: 'us', url: 'https://shop.example/', tab: { id: 7, incognito: isPrivate } },
    onMessage: {
      addListener(listener: typeof receive) {
        receive = listener
      },
    },
    onDisconnect: { addListener: () => {} },
  }
  servePort(port as unknown as browser.Runtime.Port, host as unknown as Host, {} as Engine)
  receive({ type: 'classify', id: 1, source: { url: 'https://shop.example/a.jpg' }, priority: 'visible', provenance })
  return host.classify.mock.calls[0]?.[0]
}

it('answers in a private window without passing on a provenance', () => {
  expect(asked(true)).toMatchObject({ id: 1 })
  expect(asked(true)).not.toHaveProperty('provenance')
  expect(asked(false)).toMatchObject({ id: 1, provenance })
})
