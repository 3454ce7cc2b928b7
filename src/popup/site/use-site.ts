import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { matchPattern } from '../../settings/match-pattern.ts'
import type { Settings } from '../../settings/schema.ts'
import { chooseSite } from '../../settings/site-choice.ts'
import { leaveSite } from '../../ui/permissions/leave-site.ts'
import { useHasPermission } from '../../ui/permissions/use-has-permission.ts'
import { pictureHostPatterns } from './picture-host-patterns.ts'
import { type Site, siteOf } from './tab-site.ts'

/** State of the switch for the site in the active tab. */
export interface SiteState {
  /** Undefined until the active tab is known. */
  site: Site | undefined
  isOn: boolean
  /** The switch is disabled until it is known which permissions a click must request. */
  isReady: boolean
  onToggle(): void
  /** Clears the user's choice, so that shop detection decides. Undefined if there is no choice or detection is off. */
  onForget: (() => void) | undefined
}

/**
 * Follows the active tab's site. It is on if the user chose it *and* the browser has granted it, or if the user has made no
 * choice and the site is badged as a shop.
 * @param isBadgedShop whether the page is a shop and badges are on for all shops
 */
export function useSite(settings: Settings | undefined, isBadgedShop: boolean): SiteState {
  const [site, setSite] = useState<Site>()
  // Collected before the click: the browser shows its prompt only if nothing is awaited after the click.
  const [pictures, setPictures] = useState<string[]>()
  const origin = site && 'origin' in site ? site.origin : undefined
  const isGranted = useHasPermission(origin ? [matchPattern(origin)] : [])

  useEffect(() => {
    void browser.tabs.query({ active: true, currentWindow: true }).then(async ([tab]) => {
      setSite(siteOf(tab?.url))
      setPictures(tab?.id === undefined ? [] : await pictureHostPatterns(tab.id))
    })
  }, [])

  if (!settings || !origin)
    return { site: settings && site, isOn: false, isReady: false, onToggle: () => {}, onForget: undefined }
  const isChosen = settings.sites.includes(origin)
  const isMuted = settings.muted.includes(origin)
  const isOn = isChosen ? isGranted : isBadgedShop && !isMuted
  return {
    site,
    isOn,
    isReady: pictures !== undefined,
    onToggle: () =>
      void (isOn
        ? leaveSite(origin, 'off')
        : switchOn(origin, pictures ?? [], isChosen ? 'on' : isMuted ? 'off' : 'none')),
    onForget: settings.shops && (isChosen || isMuted) ? () => void leaveSite(origin, 'none') : undefined,
  }
}

/**
 * Must be called in the click handler before anything is awaited: the browser prompts only during the user gesture.
 * @param before the previous choice, restored if the user refuses: settings are synced, and another machine may have the
 * permission
 */
async function switchOn(origin: string, pictures: string[], before: 'on' | 'off' | 'none'): Promise<void> {
  const answer = browser.permissions.request({ origins: [...new Set([matchPattern(origin), ...pictures])] })
  // Written before the answer, because the prompt may close the popup. The service worker then finishes the job.
  const written = chooseSite(origin, 'on')
  const isGranted = await answer.catch(() => false)
  await written
  if (!isGranted) await chooseSite(origin, before)
}
