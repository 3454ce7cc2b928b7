import browser from 'webextension-polyfill'
import contentScript from '../page/content-script.ts?script&iife'
import { type ActiveSites, publishActiveSites } from '../platform/active-sites.ts'
import { createTurns } from '../platform/in-turn.ts'
import { everySite, matchPattern } from '../platform/match-pattern.ts'
import { readSettings } from '../settings.ts'

/** Settings and permissions change together: an older look must not undo what a newer one did. */
const inTurn = createTurns()

/**
 * Makes the registered content scripts fit what the person has switched on and the browser has granted. Permissions can
 * change behind our back, so this is computed from the whole state each time.
 * @returns where pictures are badged now
 */
export function reconcileSites(): Promise<ActiveSites> {
  return inTurn(async () => {
    const active = await activeSites()
    await register('badge-sites', patternsOf(active.on), { allFrames: true })
    // Whether a page is a shop is asked of the page alone: advertisements in frames of it are none of its goods.
    await register('badge-shops', active.shops ? everySite : [], { allFrames: false })
    await publishActiveSites(active)
    return active
  })
}

async function activeSites(): Promise<ActiveSites> {
  const { sites, muted, shops } = await readSettings()
  const granted = await Promise.all(sites.map(origin => isGranted([matchPattern(origin)])))
  return { on: sites.filter((_, i) => granted[i]), off: muted, shops: shops && (await isGranted(everySite)) }
}

async function isGranted(origins: string[]): Promise<boolean> {
  return browser.permissions.contains({ origins })
}

async function register(id: string, matches: string[], frames: { allFrames: boolean }): Promise<void> {
  const isRegistered = (await browser.scripting.getRegisteredContentScripts({ ids: [id] })).length > 0
  if (matches.length === 0) {
    if (isRegistered) await browser.scripting.unregisterContentScripts({ ids: [id] })
    return
  }
  const script = { id, matches, js: [contentScript], ...frames, runAt: 'document_idle' as const }
  if (isRegistered) await browser.scripting.updateContentScripts([script])
  else await browser.scripting.registerContentScripts([script])
}

/** Lets the content script into the pages that are open already; where it is, it stays as it is. */
export async function injectOpenTabs({ on, shops }: ActiveSites): Promise<void> {
  await inject(patternsOf(on), { allFrames: true })
  if (shops) await inject(everySite, { allFrames: false })
}

async function inject(patterns: string[], frames: { allFrames: boolean }): Promise<void> {
  if (patterns.length === 0) return
  const tabs = await browser.tabs.query({ url: patterns, discarded: false })
  await Promise.allSettled(
    tabs.map(({ id }) =>
      browser.scripting.executeScript({ target: { tabId: id ?? 0, ...frames }, files: [contentScript] }),
    ),
  )
}

function patternsOf(origins: string[]): string[] {
  return [...new Set(origins.map(matchPattern))]
}
