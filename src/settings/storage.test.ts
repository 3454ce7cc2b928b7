import { beforeEach, describe, expect, it, vi } from 'vitest'
import { locks } from '../../tests/helpers/locks.ts'
import { defaults } from './schema.ts'
import { chooseSite } from './site-choice.ts'
import { changeSettings, readSettings, watchSettings } from './storage.ts'

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

describe('changeSettings', () => {
  it('writes the given fields and keeps the others', async () => {
    await changeSettings({ sites: ['https://a.example'] })
    await changeSettings({ backend: 'wasm' })
    const changedAt = expect.any(Number)
    expect(await readSettings()).toEqual({ ...defaults, changedAt, backend: 'wasm', sites: ['https://a.example'] })
  })

  it('records the time, always later than that of the previous change', async () => {
    const before = Date.now()
    const { changedAt } = await changeSettings({ shops: true })
    expect(changedAt).toBeGreaterThanOrEqual(before)
    storage.stored = { settings: { changedAt: before + 86_400_000 } }
    expect((await changeSettings({ shops: true })).changedAt).toBe(before + 86_400_001)
  })

  it('loses no update when several run at once', async () => {
    await Promise.all([
      changeSettings({ shops: true }),
      chooseSite('https://a.example', 'on'),
      changeSettings({ confidence: 0.9 }),
    ])
    expect(await readSettings()).toMatchObject({ shops: true, sites: ['https://a.example'], confidence: 0.9 })
  })
})

describe('chooseSite', () => {
  it('keeps each site in one list at most, and the latest choice wins', async () => {
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

  it('reports migrated settings of the local area until it is aborted', () => {
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
