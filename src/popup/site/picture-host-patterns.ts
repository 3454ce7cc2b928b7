import browser from 'webextension-polyfill'
import { matchPattern } from '../../settings/match-pattern.ts'
import { pictureOrigins } from './picture-origins.ts'

/** A question with more hosts than this would scare more than it explains. */
const MOST = 12
/** Milliseconds: a page that hangs must not keep its switch from the person; one that is busy on a busy machine takes a while. */
const PATIENCE = 1000
/** Milliseconds of the page's time that the look may take. */
const SCAN = 50

/**
 * Match patterns of the hosts that a tab's pictures come from, the busiest first: shops keep their pictures on hosts of
 * their own, and without a grant for those nothing on the page could be read. `activeTab` allows the look.
 */
export async function pictureHostPatterns(tabId: number): Promise<string[]> {
  const late = new Promise<string[]>(resolve => setTimeout(() => resolve([]), PATIENCE))
  const counts = new Map<string, number>()
  for (const pattern of (await Promise.race([look(tabId), late])).map(matchPattern))
    counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
  return [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0)).slice(0, MOST)
}

async function look(tabId: number): Promise<string[]> {
  try {
    const injection = { target: { tabId }, injectImmediately: true, func: pictureOrigins, args: [SCAN] }
    const [result] = await browser.scripting.executeScript(injection)
    return (result?.result as string[] | undefined) ?? []
  } catch {
    return []
  }
}
