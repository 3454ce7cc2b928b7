import browser from 'webextension-polyfill'
import { matchPattern } from '../../settings/match-pattern.ts'
import { chooseSite } from '../../settings/site-choice.ts'

/**
 * Turns badges on for a site if the user grants access. Must be called in the click handler, because the browser prompts only
 * during the user gesture. If the user refuses, the choice stays as it was: the site may be on for another machine.
 */
export async function switchOn(origin: string): Promise<void> {
  const isGranted = await browser.permissions.request({ origins: [matchPattern(origin)] }).catch(() => false)
  if (isGranted) await chooseSite(origin, 'on')
}

/** Revokes permissions. @returns false if the browser keeps them */
export async function revoke(patterns: string[]): Promise<boolean> {
  return browser.permissions.remove({ origins: patterns }).catch(() => false)
}
