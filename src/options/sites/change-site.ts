import browser from 'webextension-polyfill'
import { matchPattern } from '../../platform/match-pattern.ts'
import { chooseSite } from '../../settings.ts'
import type { ListedSite } from './list-sites.ts'

/**
 * Badges a site, once the browser has let the extension read it. To be called within the click itself: the browser asks only
 * on a person's gesture. Where the person says no, all stays as it was: on another machine the site may be on.
 */
export async function switchOn(origin: string): Promise<void> {
  const isGranted = await browser.permissions.request({ origins: [matchPattern(origin)] }).catch(() => false)
  if (isGranted) await chooseSite(origin, 'on')
}

/** Badges a site no more, and gives the permission back where no other site needs it. */
export async function switchOff(origin: string): Promise<void> {
  await giveBack(origin, await chooseSite(origin, 'off'))
}

/** Takes a site off the list, as if nothing had been chosen for it. */
export async function forget({ origin }: ListedSite): Promise<void> {
  await giveBack(origin, await chooseSite(origin, 'none'))
}

/** @returns false where the browser keeps it */
export async function revoke(patterns: string[]): Promise<boolean> {
  return browser.permissions.remove({ origins: patterns }).catch(() => false)
}

/** Sites that differ in their port alone share a permission; with the last site the hosts of pictures go too. */
async function giveBack(origin: string, { sites, shops }: { sites: string[]; shops: boolean }): Promise<void> {
  const pattern = matchPattern(origin)
  if (shops || sites.some(site => matchPattern(site) === pattern)) return
  const granted = sites.length === 0 ? (await browser.permissions.getAll()).origins : undefined
  await revoke(granted ?? [pattern])
}
