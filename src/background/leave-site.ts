import browser from 'webextension-polyfill'
import { matchPattern } from '../settings/match-pattern.ts'
import { chooseSite } from '../settings/site-choice.ts'

/**
 * Badges a site no more, or takes the person's choice back, and gives the permission back where no other site needs it.
 * Here and not in the page with the switch, since a popup may be closed in between.
 */
export async function leaveSite(origin: string, choice: 'off' | 'none'): Promise<void> {
  const { sites, shops } = await chooseSite(origin, choice)
  const pattern = matchPattern(origin)
  // Sites that differ in their port alone share a permission.
  if (shops || sites.some(site => matchPattern(site) === pattern)) return
  // With the last site the hosts of pictures go too.
  const granted = sites.length === 0 ? (await browser.permissions.getAll()).origins : undefined
  // Rejected where a grant for all sites covers this one: then there is nothing to give back.
  await browser.permissions.remove({ origins: granted ?? [pattern] }).catch(() => false)
}
