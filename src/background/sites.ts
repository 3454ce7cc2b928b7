import browser from 'webextension-polyfill'
import contentScript from '../page/content-script.ts?script&iife'
import { publishActiveSites } from '../platform/active-sites.ts'
import { createTurns } from '../platform/in-turn.ts'
import { matchPattern } from '../platform/match-pattern.ts'
import { readSettings } from '../settings.ts'

const SCRIPT = 'badge-sites'

/** Settings and permissions change together: an older look must not undo what a newer one did. */
const inTurn = createTurns()

/**
 * Makes the registered content script fit what the person has switched on and the browser has granted. Permissions can
 * change behind our back, so this is computed from the whole state each time.
 * @returns the origins on which pictures are badged now
 */
export function reconcileSites(): Promise<string[]> {
  return inTurn(async () => {
    const active = await activeSites()
    await register(active.length > 0 ? ((await browser.permissions.getAll()).origins ?? []) : [])
    await publishActiveSites(active)
    return active
  })
}

async function activeSites(): Promise<string[]> {
  const { sites } = await readSettings()
  const granted = await Promise.all(
    sites.map(origin => browser.permissions.contains({ origins: [matchPattern(origin)] })),
  )
  return sites.filter((_, i) => granted[i])
}

/**
 * @param matches all that is granted, and not the sites alone: a site's pages have frames of other hosts. Where a frame
 * or page belongs to no site that is switched on, the content script finds that out and does nothing.
 */
async function register(matches: string[]): Promise<void> {
  const isRegistered = (await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] })).length > 0
  if (matches.length === 0) {
    if (isRegistered) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] })
    return
  }
  const script = {
    id: SCRIPT,
    matches,
    js: [contentScript],
    allFrames: true,
    // Frames of `srcdoc:`, `about:`, `data:` and `blob:` belong to the page that made them.
    matchOriginAsFallback: true,
    runAt: 'document_idle' as const,
  }
  if (isRegistered) await browser.scripting.updateContentScripts([script])
  else await browser.scripting.registerContentScripts([script])
}

/** Lets the content script into the pages that are open already; where it is, it stays as it is. */
export async function injectOpenTabs(origins: string[]): Promise<void> {
  const patterns = [...new Set(origins.map(matchPattern))]
  if (patterns.length === 0) return
  const tabs = await browser.tabs.query({ url: patterns, discarded: false })
  await Promise.allSettled(
    tabs.map(({ id }) =>
      browser.scripting.executeScript({ target: { tabId: id ?? 0, allFrames: true }, files: [contentScript] }),
    ),
  )
}
