import browser from 'webextension-polyfill'
import { matchPattern } from '../../settings/match-pattern.ts'
import { chooseSite } from '../../settings/site-choice.ts'

/**
 * Badges a site, once the browser has let the extension read it. To be called within the click itself: the browser asks only
 * on a person's gesture. Where the person says no, all stays as it was: on another machine the site may be on.
 */
export async function switchOn(origin: string): Promise<void> {
  const isGranted = await browser.permissions.request({ origins: [matchPattern(origin)] }).catch(() => false)
  if (isGranted) await chooseSite(origin, 'on')
}

/** @returns false where the browser keeps it */
export async function revoke(patterns: string[]): Promise<boolean> {
  return browser.permissions.remove({ origins: patterns }).catch(() => false)
}
