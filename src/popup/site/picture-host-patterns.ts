import browser from 'webextension-polyfill'
import { matchPattern } from '../../settings/match-pattern.ts'
import { pictureOrigins } from './picture-origins.ts'

/** A permission prompt with more hosts than this would alarm people instead of informing them. */
const MAX_HOSTS = 12
/** A page that hangs must not block its switch, but a busy page on a busy machine needs a while to reply. */
const REPLY_TIMEOUT_MS = 1000
/** How long the scan may occupy the page's main thread. */
const SCAN_BUDGET_MS = 50

/**
 * Returns match patterns for the hosts that serve a tab's pictures, the busiest first. Shops often keep pictures on separate
 * hosts, and without permission for those the extension cannot read any of them. `activeTab` allows the scan.
 */
export async function pictureHostPatterns(tabId: number): Promise<string[]> {
  const timeout = new Promise<string[]>(resolve => setTimeout(() => resolve([]), REPLY_TIMEOUT_MS))
  const counts = new Map<string, number>()
  for (const pattern of (await Promise.race([scan(tabId), timeout])).map(matchPattern))
    counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
  return [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0)).slice(0, MAX_HOSTS)
}

async function scan(tabId: number): Promise<string[]> {
  try {
    const injection = { target: { tabId }, injectImmediately: true, func: pictureOrigins, args: [SCAN_BUDGET_MS] }
    const [result] = await browser.scripting.executeScript(injection)
    return (result?.result as string[] | undefined) ?? []
  } catch {
    return []
  }
}
