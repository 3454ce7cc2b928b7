import browser from 'webextension-polyfill'
import type { Backend } from './messages.ts'
import { watchStored } from './platform/watch-stored.ts'

/** What the person has chosen. `version` names the schema; `migrate` lifts older ones. */
export interface Settings {
  version: 1
  /** `auto` measures; anything else forces that backend, software adapters included. */
  backend: 'auto' | Backend
  /** Origins on which pictures are badged without being asked. */
  sites: string[]
}

export const defaults: Settings = { version: 1, backend: 'auto', sites: [] }

/** Fills what is missing or of the wrong type with the default, so that no stored state can break the extension. */
export function migrate(stored: unknown): Settings {
  const old = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>
  const backend = old.backend === 'webgpu' || old.backend === 'wasm' ? old.backend : defaults.backend
  const sites = Array.isArray(old.sites) ? old.sites.filter(isOrigin) : []
  return { version: 1, backend, sites: [...new Set(sites)] }
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

/** Calls back with the settings after each change, until the signal is aborted. */
export function watchSettings(callback: (settings: Settings) => void, signal: AbortSignal): void {
  watchStored('settings', value => callback(migrate(value)), signal)
}
