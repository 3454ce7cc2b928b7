import { nasty } from './nasty-values.ts'
import type { Random } from './random.ts'

/**
 * Who sends a message, to whom: a content script, as a compromised page can, over the Port to the host, to the service
 * worker or to the host's document; a page of the extension to the scripts in a page.
 */
type Route = 'port' | 'background' | 'host' | 'page'

export interface MessageCase {
  seed: number
  way: 'message'
  route: Route
  /** A JavaScript expression whose value is the message. */
  code: string
  changes: string[]
}

/** A message by its fields, each a JavaScript expression. */
type Fields = Record<string, string>

/** A transparent picture of one pixel. */
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
const blob = `new Blob([new Uint8Array([71, 73, 70, 56, 57, 97, 1, 0, 1, 0])], { type: 'image/gif' })`
const pixels = '{ data: new Uint8ClampedArray(3 * 2 * 4), width: 3, height: 2 }'
const provenance = `{ pageUrl: 'https://shop.example/', pageTitle: 'Shop', imageUrl: 'https://shop.example/a.jpg', by: 'auto' }`

/** Right messages of each route, which are then spoilt; those that only the extension may send included. */
const messages: Record<Route, Fields[]> = {
  port: [
    { type: `'classify'`, id: '7', source: `{ url: '${PIXEL}' }`, priority: `'visible'`, provenance },
    { type: `'classify'`, id: '7', source: `{ bytes: ${blob} }`, priority: `'asked'`, withEmbedding: 'true' },
    {
      ...{ type: `'classify'`, id: '7', source: `{ url: 'http://127.0.0.1:1/a.png' }`, priority: `'later'` },
      ...{
        copy: '{ isReadable: true, size: { width: 9, height: 9 }, byteLength: 9 }',
        asPage: 'true',
        isPatient: 'true',
      },
    },
    { type: `'find-garments'`, id: '7', source: `{ url: '${PIXEL}' }`, priority: `'asked'`, provenance, keep: 'true' },
    { type: `'find-garments'`, id: '7', source: `{ pixels: ${pixels} }`, priority: `'visible'` },
    { type: `'prioritise'`, id: '7', priority: `'near'` },
    { type: `'cancel'`, id: '7' },
    { type: `'status'` },
  ],
  background: [
    { to: `'background'`, type: `'wake-host'` },
    {
      ...{ to: `'background'`, type: `'capture-visible-tab'`, layoutWidth: '1280' },
      crop: '{ left: 0, top: 0, right: 60, bottom: 60 }',
    },
    { to: `'background'`, type: `'found-shop'`, isShop: 'false' },
    { to: `'background'`, type: `'garments-changed'` },
    { to: `'background'`, type: `'offer-menu'`, isHere: 'true' },
    { to: `'background'`, type: `'leave-site'`, origin: `location.origin`, choice: `'off'` },
    { to: `'background'`, type: `'lend-referrer'`, url: `'https://a.example/'`, referrer: `'https://b.example/'` },
    { to: `'background'`, type: `'return-referrer'`, rule: '1' },
    { to: `'background'`, type: `'explain-shop'`, tabId: '1' },
    { to: `'background'`, type: `'maintain-history'` },
  ],
  host: [{ to: `'host'`, type: `'retire'` }],
  page: [
    { to: `'page'`, type: `'report'` },
    { to: `'page'`, type: `'summarise'` },
    { to: `'page'`, type: `'explain-shop'` },
    { to: `'page'`, type: `'found-shop'`, isShop: 'true' },
    { to: `'page'`, type: `'ask'`, srcUrl: `'https://shop.example/a.jpg'` },
    { to: `'page'`, type: `'ask-here'` },
  ],
}

/** Addresses that the host should not fetch, or cannot. */
const addresses = [
  ...['chrome://settings', 'file:///etc/passwd', 'chrome-extension://abc/manifest.json', 'javascript:1', 'about:blank'],
  ...[
    '',
    ' ',
    '//',
    'http://',
    'http://[::1',
    'http://127.0.0.1:1/',
    'ws://127.0.0.1/',
    'ftp://a.example/',
    'blob:null/1',
  ],
  ...['data:', 'data:,', 'data:image/png;base64,!!!!', 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ...['http://user:secret@127.0.0.1:1/', 'HTTP://127.0.0.1:1', 'http://127.0.0.1:99999/', `http://a.invalid/\u0000`],
].map(address => JSON.stringify(address))

const DELETED_SHARE = 0.15
const EXTRA_SHARE = 0.1
const WHOLE_SHARE = 0.08

/** Makes a message, mostly a spoilt one. */
export function makeMessageCase(seed: number, random: Random): MessageCase {
  const route = random.pick(['port', 'port', 'port', 'background', 'background', 'host', 'page'] as const)
  const made = (code: string, ...changes: string[]): MessageCase => ({ seed, way: 'message', route, code, changes })
  if (random.chance(WHOLE_SHARE)) return made(...wholly(random))
  // A Map, because an assignment to `__proto__` of an object adds no field.
  const fields = new Map(Object.entries(random.pick(messages[route])))
  const changes: string[] = []
  for (let step = random.pick([0, 1, 1, 1, 2, 3]); step > 0; step--) {
    const name = random.pick([...fields.keys(), 'type'])
    if (random.chance(DELETED_SHARE)) {
      fields.delete(name)
      changes.push(`no ${name}`)
    } else if (random.chance(EXTRA_SHARE)) {
      fields.set(random.pick(['__proto__', 'constructor', 'toString', 'then', 'length', 'extra']), random.pick(nasty))
      changes.push('another field')
    } else if (name === 'source' && random.chance(0.5)) {
      fields.set(name, `{ url: ${random.pick(addresses)} }`)
      changes.push('odd address')
    } else {
      fields.set(name, random.pick(nasty))
      changes.push(`odd ${name}`)
    }
  }
  return made(print(fields), ...changes)
}

function wholly(random: Random): [code: string, change: string] {
  return [random.pick(nasty), 'no message at all']
}

/** Computed keys, so that `__proto__` becomes a field of the message itself. */
function print(fields: Map<string, string>): string {
  const parts = [...fields].map(([name, code]) => `[${JSON.stringify(name)}]: ${code}`)
  return `({ ${parts.join(', ')} })`
}
