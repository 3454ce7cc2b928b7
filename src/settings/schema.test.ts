import { describe, expect, it, vi } from 'vitest'
import { garments } from '../apparel/classes.ts'
import { kindGroups } from '../apparel/more-kinds.ts'
import { defaults, migrate } from './schema.ts'

/** The fields that versions 4 and 5 added. */
const later = {
  version: 5,
  changedAt: 0,
  confidence: 0,
  classesOff: [],
  moreKinds: [],
  badgeStyle: 'label',
  badgePosition: 'auto',
  badgedGarments: 'main',
  altTexts: false,
  pageWords: true,
}

describe('migrate', () => {
  it.each([undefined, null, 'nonsense', 7, [], {}])('returns the defaults for %j', stored => {
    expect(migrate(stored)).toEqual(defaults)
  })

  it('keeps valid values', () => {
    const settings = {
      version: 5,
      changedAt: 1_700_000_000_000,
      backend: 'wasm',
      sites: ['https://shop.example', 'http://localhost:8080'],
      muted: ['https://news.example'],
      shops: true,
      retention: 20_000,
      confidence: 0.8,
      classesOff: ['Hat', 'Shoes'],
      moreKinds: ['dresses', 'bags'],
      badgeStyle: 'dot',
      badgePosition: 'end-bottom',
      badgedGarments: 'each',
      altTexts: true,
      pageWords: false,
    }
    expect(migrate(settings)).toEqual(settings)
  })

  it('converts version 1, which had no shops and no muted sites', () => {
    expect(migrate({ version: 1, backend: 'wasm', sites: ['https://a.example'] })).toEqual({
      ...later,
      backend: 'wasm',
      sites: ['https://a.example'],
      muted: [],
      shops: false,
      retention: 5000,
    })
  })

  it('converts version 2, which kept 5,000 tags', () => {
    const second = { version: 2, backend: 'auto', sites: [], muted: ['https://a.example'], shops: true }
    expect(migrate(second)).toEqual({ ...later, ...second, version: 5, retention: 5000 })
  })

  it('converts version 3 and leaves all badges as they were', () => {
    const third = { version: 3, backend: 'wasm', sites: [], muted: [], shops: true, retention: 700 }
    expect(migrate(third)).toEqual({ ...later, ...third, version: 5 })
  })

  it.each([-0.1, 1.1, '0.5', null, Number.NaN])(
    'leaves the threshold to the network when the stored confidence is %j',
    confidence => expect(migrate({ confidence }).confidence).toBe(0),
  )

  it('switches off what version 4 left out of the garments to badge', () => {
    const fourth = {
      ...{ version: 4, changedAt: 1_700_000_000_000, backend: 'wasm', sites: ['https://a.example'], muted: [] },
      ...{ shops: true, retention: 700, confidence: 0.8, badgeStyle: 'dot', badgePosition: 'auto', altTexts: true },
    }
    const rest = garments.filter(garment => !['Hat', 'Shoes'].includes(garment))
    const migrated = { ...fourth, version: 5, moreKinds: [], badgedGarments: 'main', pageWords: true }
    expect(migrate({ ...fourth, classes: ['Hat', 'Shoes'] })).toEqual({ ...migrated, classesOff: rest })
    expect(migrate({ ...fourth, classes: [...garments] })).toEqual({ ...migrated, classesOff: [] })
    expect(migrate({ ...fourth, classes: [] })).toEqual({ ...migrated, classesOff: garments })
  })

  it('badges a garment that is newer than the stored settings', async () => {
    vi.resetModules()
    vi.doMock('../apparel/classes.ts', async () => ({
      ...(await vi.importActual('../apparel/classes.ts')),
      garments: [...garments, 'Cape'],
    }))
    const { migrate } = await import('./schema.ts')
    vi.doUnmock('../apparel/classes.ts')
    expect(migrate({ version: 4, classes: ['Hat'] }).classesOff).toEqual(garments.filter(one => one !== 'Hat'))
    expect(migrate({ version: 5, classesOff: ['Hat'] }).classesOff).toEqual(['Hat'])
    expect(migrate({ version: 5, classesOff: ['Cape'] }).classesOff).toEqual(['Cape'])
  })

  it.each([
    ['classesOff', garments],
    ['moreKinds', kindGroups],
  ] as const)('keeps the known names in %s, in their order', (field, known) => {
    const [first, second] = known
    const kept = (stored: unknown) => migrate({ version: 5, [field]: stored })[field]
    expect(kept([second, 'Crown', first, first, 3])).toEqual([first, second])
    expect(kept([...known])).toEqual(known)
    expect([kept([]), kept('Hat'), kept({}), kept(null), kept(undefined)]).toEqual([[], [], [], [], []])
  })

  it('falls back to the default look for an unknown style or position', () => {
    const looks = { badgeStyle: 'blink', badgePosition: 'middle', altTexts: 'yes', changedAt: -1 }
    expect(migrate(looks)).toEqual(defaults)
  })

  it.each([99, 50_001, 1000.5, '5000', null, Number.NaN, Number.POSITIVE_INFINITY])(
    'keeps 5,000 tags when the stored limit is %j',
    retention => expect(migrate({ retention }).retention).toBe(5000),
  )

  it('badges all shops only when exactly true is stored', () => {
    expect([true, 'true', 1, {}, null].map(shops => migrate({ shops }).shops)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })

  it('treats a site that is in both lists as switched on', () => {
    const settings = migrate({ sites: ['https://a.example'], muted: ['https://a.example', 'https://b.example', 5] })
    expect(settings).toMatchObject({ sites: ['https://a.example'], muted: ['https://b.example'] })
  })

  it('replaces only the fields of the wrong type', () => {
    expect(migrate({ backend: 'cuda', sites: ['https://a.example'] })).toEqual({
      ...defaults,
      sites: ['https://a.example'],
    })
    expect(migrate({ backend: 'webgpu', sites: 'https://a.example' })).toEqual({ ...defaults, backend: 'webgpu' })
  })

  it('drops sites that are not text or occur twice', () => {
    expect(migrate({ sites: ['https://a.example', 3, null, 'https://a.example'] }).sites).toEqual(['https://a.example'])
  })

  it('drops unknown fields, and returns a copy of the default lists', () => {
    expect(migrate({ theme: 'pink' })).not.toHaveProperty('theme')
    expect(migrate({}).sites).not.toBe(defaults.sites)
  })
})
