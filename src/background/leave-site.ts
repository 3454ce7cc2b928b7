import browser from 'webextension-polyfill'
import { matchPattern } from '../settings/match-pattern.ts'
import { chooseSite } from '../settings/site-choice.ts'

/**
 * Stops badging a site, or clears the choice for it, and returns the permission if no other site needs it. This runs in the
 * service worker because the popup with the switch may close at any moment.
 */
export async function leaveSite(origin: string, choice: 'off' | 'none'): Promise<void> {
  const { sites, shops } = await chooseSite(origin, choice)
  const pattern = matchPattern(origin)
  // Sites that differ only in their port share a permission.
  if (shops || sites.some(site => matchPattern(site) === pattern)) return
  // After the last site, the permissions for picture servers are no longer needed either.
  const granted = sites.length === 0 ? (await browser.permissions.getAll()).origins : undefined
  // This rejects if a permission for all sites covers the pattern. Then there is nothing to return.
  await browser.permissions.remove({ origins: granted ?? [pattern] }).catch(() => false)
}
