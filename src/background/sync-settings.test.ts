import { beforeEach, describe, expect, it, vi } from 'vitest'
import { locks } from '../../tests/helpers/locks.ts'
import { garments } from '../apparel/classes.ts'
import { defaults, type Settings } from '../settings/schema.ts'
import { changeSettings, readSettings } from '../settings/storage.ts'
import { syncSettings } from './sync-settings.ts'
import { fromItems, toItems } from './synced-items.ts'

/** A machine's own storage, and what the browser carries, with the browser's quotas. */
const storage = vi.hoisted(() => ({ local: {} as Items, sync: {} as Items, isBroken: false }))
type Items = Record<string, unknown>

vi.mock('webextension-polyfill', () => {
  const area = (name: 'local' | 'sync', check: (items: Items) => void) => ({
    get: async (key: string | null) => structuredClone(key === null ? storage[name] : { [key]: storage[name][key] }),
    set: async (items: Items) => {
      check(items)
      Object.assign(storage[name], structuredClone(items))
    },
    remove: async (keys: string[]) => {
      for (const key of keys) delete storage[name][key]
    },
  })
  const sizeOf = ([key, value]: [string, unknown]) => key.length + new Blob([JSON.stringify(value)]).size
  const quota = (items: Items) => {
    if (storage.isBroken) throw new Error('Sync is out of order.')
    if (Object.entries(items).some(item => sizeOf(item) > 8192)) throw new Error('QUOTA_BYTES_PER_ITEM')
    const all = Object.entries({ ...storage.sync, ...items })
    if (all.reduce((sum, item) => sum + sizeOf(item), 0) > 102_400) throw new Error('QUOTA_BYTES')
  }
  return { default: { storage: { local: area('local', () => {}), sync: area('sync', quota) } } }
})

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: locks() })
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  Object.assign(storage, { local: {}, sync: {}, isBroken: false })
})

/** Leaves this machine for another one of the same user; `local` is what that one has. */
function moveTo(local: Items = {}): void {
  storage.local = local
}

const sites = (count: number) => Array.from({ length: count }, (_, i) => `https://shop-number-${i}.example`)

describe('settings', () => {
  it('follow the user to a new machine, except for the backend', async () => {
    await changeSettings({
      backend: 'wasm',
      sites: ['https://a.example'],
      muted: ['https://b.example'],
      confidence: 0.8,
    })
    await syncSettings()
    const there = await readSettings()
    moveTo()
    await syncSettings()
    expect(await readSettings()).toEqual({ ...there, backend: 'auto' })
  })

  it('keep the backend of the machine that receives them', async () => {
    await changeSettings({ shops: true })
    await syncSettings()
    moveTo({ settings: { ...defaults, backend: 'webgpu' } })
    await syncSettings()
    expect(await readSettings()).toMatchObject({ shops: true, backend: 'webgpu' })
  })

  it('that are newest win, wherever they were changed', async () => {
    const old: Settings = { ...defaults, changedAt: 1000, confidence: 0.6 }
    const recent: Settings = { ...defaults, changedAt: 2000, confidence: 0.9 }
    for (const [here, there] of [
      [old, recent],
      [recent, old],
    ]) {
      storage.sync = toItems(there as Settings)
      moveTo({ settings: here })
      await syncSettings()
      expect(await readSettings()).toEqual(recent)
      expect(fromItems(storage.sync)).toMatchObject({ changedAt: 2000, confidence: 0.9 })
    }
  })

  it('are not sent before anything is chosen', async () => {
    await syncSettings()
    expect(storage.sync).toEqual({})
  })

  it('with hundreds of sites fit, and leave no obsolete items behind', async () => {
    await changeSettings({ sites: sites(900), muted: ['https://b.example'] })
    await syncSettings()
    expect(Object.keys(storage.sync).length).toBeGreaterThan(3)
    const all = await readSettings()
    moveTo()
    await syncSettings()
    expect(await readSettings()).toEqual(all)
    await changeSettings({ sites: sites(2) })
    await syncSettings()
    expect(Object.keys(storage.sync).sort()).toEqual(['settings', 'sites.0'])
  })

  it.each([
    ['with more sites than the quota allows', () => changeSettings({ sites: sites(5000) })],
    [
      'that the browser rejects',
      () => {
        storage.isBroken = true
        return changeSettings({ shops: true })
      },
    ],
  ])('%s stay in force here, and the synchronised items stay intact', async (_, change) => {
    await changeSettings({ confidence: 0.7 })
    await syncSettings()
    const carried = structuredClone(storage.sync)
    const here = await change()
    await expect(syncSettings()).resolves.toBeUndefined()
    expect(await readSettings()).toEqual(here)
    expect(storage.sync).toEqual(carried)
  })

  it('that arrive in part wait for the rest', async () => {
    const there = toItems({ ...defaults, changedAt: 5000, sites: sites(900) })
    const { 'sites.1': late, ...early } = there
    storage.sync = early
    moveTo({ settings: { ...defaults, changedAt: 1000, sites: ['https://a.example'] } })
    await syncSettings()
    expect((await readSettings()).sites).toEqual(['https://a.example'])
    storage.sync['sites.1'] = { ...(late as object), changedAt: 4000 }
    await syncSettings()
    expect((await readSettings()).sites).toEqual(['https://a.example'])
    storage.sync['sites.1'] = late
    await syncSettings()
    expect((await readSettings()).sites).toHaveLength(900)
  })

  it('of a newer version of the extension are left alone', async () => {
    const newer = { settings: { version: defaults.version + 1, changedAt: 5000, parts: 0, theme: 'pink' } }
    storage.sync = structuredClone(newer)
    await changeSettings({ shops: true })
    await syncSettings()
    expect(storage.sync).toEqual(newer)
    expect(await readSettings()).toMatchObject({ shops: true })
  })

  it.each([['nonsense'], [{ version: 4 }], [{ version: 4, changedAt: 'now', parts: 0 }], [null]])(
    'replace unusable items: %j',
    async head => {
      storage.sync = { settings: head }
      await changeSettings({ confidence: 0.7 })
      await syncSettings()
      expect(fromItems(storage.sync)).toMatchObject({ confidence: 0.7 })
    },
  )

  it('of an older version are understood, and sent as those of this one', async () => {
    const { classesOff: _, moreKinds: __, ...fields } = defaults
    const old = { ...fields, version: 4, changedAt: 5000, classes: ['Hat', 'Shoes'], parts: 0 }
    storage.sync = { settings: old }
    await syncSettings()
    const { classesOff } = await readSettings()
    expect(classesOff).toEqual(garments.filter(garment => !old.classes.includes(garment)))
    await changeSettings({ moreKinds: ['bags'] })
    await syncSettings()
    moveTo()
    await syncSettings()
    expect(await readSettings()).toMatchObject({ classesOff, moreKinds: ['bags'] })
    expect(storage.sync.settings).not.toHaveProperty('classes')
  })

  it('with invalid fields get the defaults there', async () => {
    storage.sync = {
      settings: { version: 4, changedAt: 5000, parts: 1, classesOff: 3, shops: true },
      'sites.0': { changedAt: 5000, sites: ['+nonsense', '+https://a.example', 7] },
    }
    await syncSettings()
    expect(await readSettings()).toEqual({ ...defaults, changedAt: 5000, shops: true, sites: ['https://a.example'] })
  })
})
