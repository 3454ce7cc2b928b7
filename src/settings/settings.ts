import browser from 'webextension-polyfill'
import { type Garment, garments } from '../apparel/classes.ts'
import type { Backend } from '../network/backend.ts'
import { watchStored } from './watch-stored.ts'

/** How a badge looks: name and confidence, the name alone, or a dot that says more under the pointer. */
export const badgeStyles = ['label', 'name', 'dot'] as const
export type BadgeStyle = (typeof badgeStyles)[number]

/**
 * Where a badge lies: `auto` where it covers nothing of the page's, else the same corner of each picture. Start is left
 * where the page reads from left to right.
 */
export const badgePositions = ['auto', 'start-top', 'end-top', 'start-bottom', 'end-bottom'] as const
export type BadgePosition = (typeof badgePositions)[number]

/** What the person has chosen. `version` names the schema; `migrate` lifts older ones. */
export interface Settings {
  version: 4
  /** Milliseconds since 1970 of the last change; 0 where the person has chosen nothing yet, or before this was noted. */
  changedAt: number
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
  /** Least confidence for a badge, on top of the network's own threshold for each class. 0..1; 0 leaves it to the network. */
  confidence: number
  /** Garments that get badges, in the order of `garments`; none is a choice too. */
  classes: Garment[]
  badgeStyle: BadgeStyle
  badgePosition: BadgePosition
  /** Give a page's images without a description the name of their garment as one. */
  altTexts: boolean
}

/** Least and most tags that `retention` may be. */
export const retentionRange = { least: 100, most: 50_000 }

export const defaults: Settings = {
  version: 4,
  changedAt: 0,
  backend: 'auto',
  sites: [],
  muted: [],
  shops: false,
  retention: 5000,
  confidence: 0,
  classes: [...garments],
  badgeStyle: 'label',
  badgePosition: 'auto',
  altTexts: false,
}

/** Fills what is missing or of the wrong type with the default, so that no stored state can break the extension. */
export function migrate(stored: unknown): Settings {
  const old = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>
  const { least, most } = retentionRange
  const sites = originsIn(old.sites)
  return {
    version: 4,
    changedAt: isWithin(old.changedAt, 0, Number.MAX_SAFE_INTEGER) ? old.changedAt : defaults.changedAt,
    backend: isOneOf(old.backend, ['webgpu', 'wasm'] as const) ? old.backend : defaults.backend,
    sites,
    muted: originsIn(old.muted).filter(site => !sites.includes(site)),
    shops: old.shops === true,
    retention:
      isWithin(old.retention, least, most) && Number.isInteger(old.retention) ? old.retention : defaults.retention,
    confidence: isWithin(old.confidence, 0, 1) ? old.confidence : defaults.confidence,
    classes: garmentsIn(old.classes),
    badgeStyle: isOneOf(old.badgeStyle, badgeStyles) ? old.badgeStyle : defaults.badgeStyle,
    badgePosition: isOneOf(old.badgePosition, badgePositions) ? old.badgePosition : defaults.badgePosition,
    altTexts: old.altTexts === true,
  }
}

function isWithin(stored: unknown, least: number, most: number): stored is number {
  return typeof stored === 'number' && stored >= least && stored <= most
}

function isOneOf<Choice extends string>(stored: unknown, choices: readonly Choice[]): stored is Choice {
  return choices.includes(stored as Choice)
}

function garmentsIn(stored: unknown): Garment[] {
  return Array.isArray(stored) ? garments.filter(garment => stored.includes(garment)) : [...garments]
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

/** What a person can change. */
export type Choices = Omit<Settings, 'version' | 'changedAt'>

/** Writes the fields given, or made of those in force, and leaves the others. */
export function changeSettings(
  change: Partial<Choices> | ((settings: Settings) => Partial<Choices>),
): Promise<Settings> {
  return rewriteSettings(settings => ({
    ...settings,
    ...(typeof change === 'function' ? change(settings) : change),
    // Never before the change that it builds on, whatever the clock says.
    changedAt: Math.max(Date.now(), settings.changedAt + 1),
  }))
}

/** Lets one context at a time read the settings and write what comes of them, so that none undoes what another did. */
export function rewriteSettings(rewrite: (settings: Settings) => Settings): Promise<Settings> {
  return navigator.locks.request('settings', async () => {
    const settings = rewrite(await readSettings())
    await browser.storage.local.set({ settings })
    return settings
  })
}

/** What the person has chosen for a site: badges on, off, or nothing; that decides before anything else does. */
export function chooseSite(origin: string, choice: 'on' | 'off' | 'none'): Promise<Settings> {
  return changeSettings(({ sites, muted }) => {
    const without = (list: string[]) => list.filter(site => site !== origin)
    return {
      sites: choice === 'on' ? [...without(sites), origin] : without(sites),
      muted: choice === 'off' ? [...without(muted), origin] : without(muted),
    }
  })
}

/** Calls back with the settings after each change, until the signal is aborted. */
export function watchSettings(callback: (settings: Settings) => void, signal: AbortSignal): void {
  watchStored('settings', value => callback(migrate(value)), signal)
}
