import browser from 'webextension-polyfill'
import { garments } from '../apparel/classes.ts'
import type { Settings } from './settings.ts'
import { watchStored } from './watch-stored.ts'

const KEY = 'activeSites'

/** What of the settings a page with badges needs: to read them itself, it would have to carry their migration. */
export type BadgeChoices = Pick<Settings, 'confidence' | 'classes' | 'badgeStyle' | 'badgePosition' | 'altTexts'>

/** Where pictures are badged: what the person has chosen, as far as the browser grants it. */
export interface ActiveSites {
  /** Origins with badges. */
  on: string[]
  /** Origins without, though they may be shops. */
  off: string[]
  /** True where each other page that is a shop has badges too. */
  shops: boolean
  /** Match patterns of all that the extension may read: a change may make pictures readable that were not. */
  granted: string[]
  /** Which badges, and how they look. */
  badges: BadgeChoices
}

/** Tells the content scripts. Only the service worker knows of grants, so it alone writes this. */
export async function publishActiveSites(active: ActiveSites): Promise<void> {
  const known = await readActiveSites()
  if (JSON.stringify(known) !== JSON.stringify(active)) await browser.storage.local.set({ [KEY]: active })
}

/** Where pictures are badged now. */
export async function readActiveSites(): Promise<ActiveSites> {
  return parse((await browser.storage.local.get(KEY))[KEY])
}

/** Calls back after each change, until the signal is aborted. */
export function watchActiveSites(callback: (active: ActiveSites) => void, signal: AbortSignal): void {
  watchStored(KEY, value => callback(parse(value)), signal)
}

/** Until the service worker has told more. */
const asBefore: BadgeChoices = {
  confidence: 0,
  classes: [...garments],
  badgeStyle: 'label',
  badgePosition: 'auto',
  altTexts: false,
}

function parse(stored: unknown): ActiveSites {
  const { on = [], off = [], shops = false, granted = [], badges = asBefore } = (stored ?? {}) as Partial<ActiveSites>
  return { on, off, shops, granted, badges }
}
