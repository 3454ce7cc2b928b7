import { beforeEach, describe, expect, it, vi } from 'vitest'
import { locks } from '../../tests/helpers/locks.ts'
import { garments } from '../apparel/classes.ts'
import { siteOf } from '../popup/site/tab-site.ts'
import { matchPattern } from './match-pattern.ts'
import { changeSettings, chooseSite, defaults, migrate, readSettings, watchSettings } from './settings.ts'

type Listener = (changes: Record<string, { newValue?: unknown }>, area: string) => void

const storage = vi.hoisted(() => ({ stored: {} as Record<string, unknown>, listeners: new Set<unknown>() }))

vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      local: {
        get: async (key: string) => ({ [key]: storage.stored[key] }),
        set: async (values: Record<string, unknown>) => void Object.assign(storage.stored, structuredClone(values)),
      },
      onChanged: {
        addListener: (listener: unknown) => storage.listeners.add(listener),
        removeListener: (listener: unknown) => storage.listeners.delete(listener),
      },
    },
  },
}))

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: locks() })
  storage.stored = {}
  storage.listeners.clear()
})

/** What the fourth version brought. */
const later = {
  version: 4,
  changedAt: 0,
  confidence: 0,
  classes: [...garments],
  badgeStyle: 'label',
  badgePosition: 'auto',
  altTexts: false,
}

describe('migrate', () => {
  it.each([undefined, null, 'nonsense', 7, [], {}])('gives the defaults for %j', stored => {
    expect(migrate(stored)).toEqual(defaults)
  })

  it('keeps what is valid', () => {
    const settings = {
      version: 4,
      changedAt: 1_700_000_000_000,
      backend: 'wasm',
      sites: ['https://shop.example', 'http://localhost:8080'],
      muted: ['https://news.example'],
      shops: true,
      retention: 20_000,
      confidence: 0.8,
      classes: ['Hat', 'Shoes'],
      badgeStyle: 'dot',
      badgePosition: 'end-bottom',
      altTexts: true,
    }
    expect(migrate(settings)).toEqual(settings)
  })

  it('lifts what the first version stored: no shops, nothing muted', () => {
    expect(migrate({ version: 1, backend: 'wasm', sites: ['https://a.example'] })).toEqual({
      ...later,
      backend: 'wasm',
      sites: ['https://a.example'],
      muted: [],
      shops: false,
      retention: 5000,
    })
  })

  it('lifts what the second version stored: 5,000 tags', () => {
    const second = { version: 2, backend: 'auto', sites: [], muted: ['https://a.example'], shops: true }
    expect(migrate(second)).toEqual({ ...later, ...second, version: 4, retention: 5000 })
  })

  it('lifts what the third version stored: all badges as they were', () => {
    const third = { version: 3, backend: 'wasm', sites: [], muted: [], shops: true, retention: 700 }
    expect(migrate(third)).toEqual({ ...later, ...third, version: 4 })
  })

  it.each([-0.1, 1.1, '0.5', null, Number.NaN])(
    'leaves it to the network where %j is stored as confidence',
    confidence => expect(migrate({ confidence }).confidence).toBe(0),
  )

  it('keeps the garments that there are, in their order, and none where none is wanted', () => {
    const classesOf = (classes: unknown) => migrate({ classes }).classes
    expect(classesOf(['Watch', 'Sock', 'Hat', 'Hat', 3])).toEqual(['Hat', 'Watch'])
    expect(classesOf([])).toEqual([])
    expect([classesOf('Hat'), classesOf({}), classesOf(undefined)]).toEqual([garments, garments, garments])
  })

  it('shows badges as before where another style or place is stored', () => {
    const looks = { badgeStyle: 'blink', badgePosition: 'middle', altTexts: 'yes', changedAt: -1 }
    expect(migrate(looks)).toEqual(defaults)
  })

  it.each([99, 50_001, 1000.5, '5000', null, Number.NaN, Number.POSITIVE_INFINITY])(
    'keeps 5,000 tags where %j is stored',
    retention => expect(migrate({ retention }).retention).toBe(5000),
  )

  it('badges all shops only where that is plainly wanted', () => {
    expect([true, 'true', 1, {}, null].map(shops => migrate({ shops }).shops)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })

  it('takes a site that is in both lists for one that is on', () => {
    const settings = migrate({ sites: ['https://a.example'], muted: ['https://a.example', 'https://b.example', 5] })
    expect(settings).toMatchObject({ sites: ['https://a.example'], muted: ['https://b.example'] })
  })

  it('replaces only the field that is of the wrong type', () => {
    expect(migrate({ backend: 'cuda', sites: ['https://a.example'] })).toEqual({
      ...defaults,
      sites: ['https://a.example'],
    })
    expect(migrate({ backend: 'webgpu', sites: 'https://a.example' })).toEqual({ ...defaults, backend: 'webgpu' })
  })

  it('drops sites that are not text or are there twice', () => {
    expect(migrate({ sites: ['https://a.example', 3, null, 'https://a.example'] }).sites).toEqual(['https://a.example'])
  })

  it('drops fields that it does not know, and does not hand out the default list itself', () => {
    expect(migrate({ theme: 'pink' })).not.toHaveProperty('theme')
    expect(migrate({}).sites).not.toBe(defaults.sites)
  })
})

describe('changeSettings', () => {
  it('writes the fields given and leaves the others', async () => {
    await changeSettings({ sites: ['https://a.example'] })
    await changeSettings({ backend: 'wasm' })
    const changedAt = expect.any(Number)
    expect(await readSettings()).toEqual({ ...defaults, changedAt, backend: 'wasm', sites: ['https://a.example'] })
  })

  it('notes when, and never before the change that it builds on', async () => {
    const before = Date.now()
    const { changedAt } = await changeSettings({ shops: true })
    expect(changedAt).toBeGreaterThanOrEqual(before)
    storage.stored = { settings: { changedAt: before + 86_400_000 } }
    expect((await changeSettings({ shops: true })).changedAt).toBe(before + 86_400_001)
  })

  it('loses none of two changes at once', async () => {
    await Promise.all([
      changeSettings({ shops: true }),
      chooseSite('https://a.example', 'on'),
      changeSettings({ confidence: 0.9 }),
    ])
    expect(await readSettings()).toMatchObject({ shops: true, sites: ['https://a.example'], confidence: 0.9 })
  })
})

describe('chooseSite', () => {
  it('has each site in one list at most, and the latest choice wins', async () => {
    await chooseSite('https://a.example', 'on')
    await chooseSite('https://b.example', 'off')
    expect(await chooseSite('https://a.example', 'off')).toMatchObject({
      sites: [],
      muted: ['https://b.example', 'https://a.example'],
    })
    expect(await chooseSite('https://b.example', 'on')).toMatchObject({
      sites: ['https://b.example'],
      muted: ['https://a.example'],
    })
    expect(await chooseSite('https://a.example', 'none')).toMatchObject({ sites: ['https://b.example'], muted: [] })
  })
})

describe('watchSettings', () => {
  const change = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    for (const listener of storage.listeners) (listener as Listener)(changes, area)
  }

  it('reports migrated settings of the local area, until aborted', () => {
    const seen = vi.fn()
    const abort = new AbortController()
    watchSettings(seen, abort.signal)
    change({ settings: { newValue: { backend: 'wasm', sites: 9 } } }, 'local')
    change({ settings: { newValue: {} } }, 'sync')
    change({ other: { newValue: {} } }, 'local')
    expect(seen.mock.calls).toEqual([[{ ...defaults, backend: 'wasm' }]])
    abort.abort()
    expect(storage.listeners.size).toBe(0)
  })
})

describe('siteOf', () => {
  it('is the origin of a web page', () => {
    const site = siteOf('http://shop.example:8080/shoes?x=1')
    expect(site).toEqual({ origin: 'http://shop.example:8080', host: 'shop.example:8080' })
    expect(matchPattern('http://shop.example:8080')).toBe('http://shop.example/*')
  })

  it.each([
    ['chrome://settings/', 'site_barred_browser'],
    ['about:blank', 'site_barred_browser'],
    ['https://chromewebstore.google.com/detail/x', 'site_barred_store'],
    ['file:///home/me/shoes.html', 'site_barred_file'],
    [undefined, 'site_barred_other'],
    ['', 'site_barred_other'],
  ])('bars %s', (url, barred) => {
    expect(siteOf(url)).toEqual({ barred })
  })
})
