import browser from 'webextension-polyfill'
import type { ChosenOwnKind } from '../apparel/badge-choice.ts'
import { kindsOfGroups } from '../apparel/more-kinds.ts'
import { createSerialQueue } from '../async/serial-queue.ts'
import contentScript from '../page/content-script.ts?script&iife'
import shopScript from '../page/shop-script.ts?script&iife'
import { type ActiveSites, publishActiveSites } from '../settings/active-sites.ts'
import { everySite, matchPattern } from '../settings/match-pattern.ts'
import { readSettings } from '../settings/storage.ts'
import { readOwnKinds } from '../teaching/own-kinds.ts'

/** The scripts. Shop detection skips frames: an advertisement in a frame does not make a page a shop. */
const sites = { id: 'badge-sites', js: [contentScript], allFrames: true }
const shops = { id: 'find-shops', js: [shopScript], allFrames: false }

/** Settings and permissions change together: an older run must not undo a newer one. */
const inTurn = createSerialQueue()

/**
 * Registers the content scripts for what the user has switched on and the browser has granted. Permissions can change
 * without notice, so everything is computed from the whole state each time.
 * @returns the sites on which pictures are badged now
 */
export function reconcileSites(): Promise<ActiveSites> {
  return inTurn(async () => {
    const active = await activeSites()
    await register(sites, patternsOfSites(active))
    await register(shops, active.shops ? everySite : [])
    await publishActiveSites(active)
    return active
  })
}

async function activeSites(): Promise<ActiveSites> {
  const settings = await readSettings()
  const { confidence, classesOff, moreKinds, badgeStyle, badgePosition, badgedGarments, altTexts, pageWords } = settings
  const areGranted = await Promise.all(settings.sites.map(origin => isGranted([matchPattern(origin)])))
  const { origins: granted = [] } = await browser.permissions.getAll()
  return {
    on: settings.sites.filter((_, i) => areGranted[i]),
    off: settings.muted,
    shops: settings.shops && (await isGranted(everySite)),
    granted: granted.toSorted(),
    badges: {
      ...{ confidence, classesOff, badgeStyle, badgePosition, badgedGarments, altTexts, pageWords },
      kinds: kindsOfGroups(moreKinds),
      ownKinds: await chosenOwnKinds(),
    },
  }
}

/**
 * All individually granted hosts and not only the sites, because pages have frames of other hosts. In a frame or page that
 * belongs to no switched-on site, the content script does nothing by itself.
 */
function patternsOfSites({ on, granted }: ActiveSites): string[] {
  if (on.length === 0) return []
  return [...new Set([...patternsOf(on), ...granted.filter(pattern => !everySite.includes(pattern))])]
}

/** None if they cannot be read: pages still get all other badges. */
async function chosenOwnKinds(): Promise<ChosenOwnKind[]> {
  const ownKinds = await readOwnKinds().catch(() => [])
  return ownKinds.map(({ id, name, colour, isBadged }) => ({ id, name, colour, isBadged }))
}

async function isGranted(origins: string[]): Promise<boolean> {
  return browser.permissions.contains({ origins })
}

type Script = typeof sites

async function register({ id, ...script }: Script, matches: string[]): Promise<void> {
  const isRegistered = (await browser.scripting.getRegisteredContentScripts({ ids: [id] })).length > 0
  if (matches.length === 0) {
    if (isRegistered) await browser.scripting.unregisterContentScripts({ ids: [id] })
    return
  }
  const registration = {
    id,
    ...script,
    matches,
    // Frames of `srcdoc:`, `about:`, `data:` and `blob:` belong to the page that made them.
    matchOriginAsFallback: script.allFrames,
    runAt: 'document_idle' as const,
  }
  if (isRegistered) await browser.scripting.updateContentScripts([registration])
  else await browser.scripting.registerContentScripts([registration])
}

/** Injects the scripts into the pages that are open already. A second injection does nothing. */
export async function injectOpenTabs(active: ActiveSites): Promise<void> {
  await inject(sites, patternsOf(active.on))
  await inject(shops, active.shops ? everySite : [])
}

async function inject({ js, allFrames }: Script, patterns: string[]): Promise<void> {
  if (patterns.length === 0) return
  const tabs = await browser.tabs.query({ url: patterns, discarded: false })
  await Promise.allSettled(
    tabs.map(({ id }) => browser.scripting.executeScript({ target: { tabId: id ?? 0, allFrames }, files: js })),
  )
}

function patternsOf(origins: string[]): string[] {
  return [...new Set(origins.map(matchPattern))]
}
