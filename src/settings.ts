import browser from 'webextension-polyfill'
import type { Backend } from './messages.ts'
import { watchStored } from './platform/watch-stored.ts'

/** What the person has chosen. `version` names the schema; `migrate` lifts older ones. */
export interface Settings {
  version: 3
  /** `auto` measures; anything else forces that backend, software adapters included. */
  backend: 'auto' | Backend
  /** Origins on which pictures are badged without being asked, shops or not. */
  sites: string[]
  /** Origins on which they never are, shops or not. None is in both lists. */
  muted: string[]
  /** Badge every page that is taken for a shop, where the person has not chosen for its site. */
  shops: boolean
  /** Tags that the history keeps before the oldest that came by themselves make room. */
  retention: number
}

/** Least and most tags that `retention` may be. */
export const retentionRange = { least: 100, most: 50_000 }

export const defaults: Settings = {
  version: 3,
  backend: 'auto',
  sites: [],
  muted: [],
  shops: false,
  retention: 5000,
}

/** Fills what is missing or of the wrong type with the default, so that no stored state can break the extension. */
export function migrate(stored: unknown): Settings {
  const old = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>
  const backend = old.backend === 'webgpu' || old.backend === 'wasm' ? old.backend : defaults.backend
  const sites = originsIn(old.sites)
  const muted = originsIn(old.muted).filter(site => !sites.includes(site))
  const retention = isRetention(old.retention) ? old.retention : defaults.retention
  return { version: 3, backend, sites, muted, shops: old.shops === true, retention }
}

function isRetention(stored: unknown): stored is number {
  const { least, most } = retentionRange
  return Number.isInteger(stored) && Number(stored) >= least && Number(stored) <= most
}

function originsIn(stored: unknown): string[] {
  return Array.isArray(stored) ? [...new Set(stored.filter(isOrigin))] : []
}

function isOrigin(site: unknown): site is string {
  return typeof site === 'string' && /^https?:/.test(site) && URL.canParse(site) && new URL(site).origin === site
}

/** The settings in force. */
export async function readSettings(): Promise<Settings> {
  return migrate((await browser.storage.local.get('settings')).settings)
}

/** Writes the fields given and leaves the others. */
export async function changeSettings(change: Partial<Omit<Settings, 'version'>>): Promise<Settings> {
  const settings = { ...(await readSettings()), ...change }
  await browser.storage.local.set({ settings })
  return settings
}

/** What the person has chosen for a site: badges on, off, or nothing; that decides before anything else does. */
export async function chooseSite(origin: string, choice: 'on' | 'off' | 'none'): Promise<Settings> {
  const { sites, muted } = await readSettings()
  const without = (list: string[]) => list.filter(site => site !== origin)
  return changeSettings({
    sites: choice === 'on' ? [...without(sites), origin] : without(sites),
    muted: choice === 'off' ? [...without(muted), origin] : without(muted),
  })
}

/** Calls back with the settings after each change, until the signal is aborted. */
export function watchSettings(callback: (settings: Settings) => void, signal: AbortSignal): void {
  watchStored('settings', value => callback(migrate(value)), signal)
}
