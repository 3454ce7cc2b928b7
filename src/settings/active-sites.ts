import browser from 'webextension-polyfill'
import type { BadgeChoice } from '../apparel/badge-choice.ts'
import type { Settings } from './schema.ts'
import { watchStored } from './watch-stored.ts'

const KEY = 'activeSites'

/** The settings that a page with badges needs. Reading all settings would bring their migration into the content script. */
export type BadgeChoices = BadgeChoice &
  Pick<Settings, 'badgeStyle' | 'badgePosition' | 'badgedGarments' | 'altTexts' | 'pageWords'>

/** Where pictures are badged: the user's choices, limited to the permissions that the browser has granted. */
export interface ActiveSites {
  /** Origins with badges. */
  on: string[]
  /** Origins without badges, even if they are shops. */
  off: string[]
  /** Whether pages of all other origins get badges if they are shops. */
  shops: boolean
  /** Match patterns that the extension may read. After a change, pictures that could not be read may be readable. */
  granted: string[]
  /** Which badges to show, and how they look. */
  badges: BadgeChoices
}

/** Publishes a new state to the content scripts. Only the service worker can read permissions, so only it writes this. */
export async function publishActiveSites(active: ActiveSites): Promise<void> {
  const known = await readActiveSites()
  if (JSON.stringify(known) !== JSON.stringify(active)) await browser.storage.local.set({ [KEY]: active })
}

/** The state that the service worker published last. */
export async function readActiveSites(): Promise<ActiveSites> {
  return parse((await browser.storage.local.get(KEY))[KEY])
}

/** Calls back after each change, until the signal is aborted. */
export function watchActiveSites(callback: (active: ActiveSites) => void, signal: AbortSignal): void {
  watchStored(KEY, value => callback(parse(value)), signal)
}

/** The defaults until the service worker has published the user's choices. */
export const initialBadges: BadgeChoices = {
  confidence: 0,
  classesOff: [],
  kinds: [],
  ownKinds: [],
  badgeStyle: 'label',
  badgePosition: 'auto',
  badgedGarments: 'main',
  altTexts: false,
  pageWords: true,
}

function parse(stored: unknown): ActiveSites {
  const { on = [], off = [], shops = false, granted = [], badges } = (stored ?? {}) as Partial<ActiveSites>
  // An older version, which published fewer choices, may have been the last to do so.
  return { on, off, shops, granted, badges: { ...initialBadges, ...badges } }
}
