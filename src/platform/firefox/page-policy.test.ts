import { parseHTML } from 'linkedom'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { documentTellsOrigin } from './page-policy.ts'

const URL = 'https://a.shop/hats'
/** The header of the cached document; null if it has none. */
let header: string | null
let navigation: { name: string; workerStart: number }
let requested: [string, RequestInit][]

function openDocument(html = ''): void {
  vi.stubGlobal('document', parseHTML(`<html><head>${html}</head></html>`).document)
}

beforeEach(() => {
  header = null
  navigation = { name: URL, workerStart: 0 }
  requested = []
  openDocument()
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('performance', { getEntriesByType: () => [navigation] })
  vi.stubGlobal('fetch', async (url: string, options: RequestInit) => {
    requested.push([url, options])
    return { headers: { get: () => header } }
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

it('asks only the cache', async () => {
  await documentTellsOrigin()
  expect(requested).toMatchObject([[URL, { cache: 'only-if-cached', mode: 'same-origin' }]])
})

it.each([null, '', 'origin', 'unsafe-url', 'no-referrer, strict-origin', 'Strict-Origin , unknown'])(
  'is true for the header %o',
  async policy => {
    header = policy
    expect(await documentTellsOrigin()).toBe(true)
  },
)

it.each(['no-referrer', 'same-origin', 'origin, No-Referrer', 'same-origin, unknown'])(
  'is false for the header %o',
  async policy => {
    header = policy
    expect(await documentTellsOrigin()).toBe(false)
  },
)

it.each(['no-referrer', 'Same-Origin', ' never '])(
  'is false for the <meta> %o, whatever the header says',
  async policy => {
    header = 'unsafe-url'
    openDocument(`<meta name="Referrer" content="${policy}">`)
    expect(await documentTellsOrigin()).toBe(false)
  },
)

it('is false where the document is not in the cache', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network error')))
  expect(await documentTellsOrigin()).toBe(false)
})

it('is false without asking where a service worker answers', async () => {
  vi.stubGlobal('navigator', { serviceWorker: { controller: {} } })
  expect(await documentTellsOrigin()).toBe(false)
  vi.stubGlobal('navigator', {})
  navigation.workerStart = 12
  expect(await documentTellsOrigin()).toBe(false)
  expect(requested).toEqual([])
})
