import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { matchPattern } from '../settings/match-pattern.ts'
import type { Settings } from '../settings/schema.ts'
import { chooseSite } from '../settings/site-choice.ts'
import { leaveSite } from '../ui/leave-site.ts'
import { useGranted } from '../ui/use-granted.ts'
import { picturePatterns } from './picture-patterns.ts'
import { type Site, siteOf } from './site.ts'

/** The switch of the site in the active tab. */
export interface SiteState {
  /** Undefined until the browser has said which tab is active. */
  site: Site | undefined
  isOn: boolean
  /** Whether it can be switched: not before it is known what to ask the browser for. */
  isReady: boolean
  onToggle(): void
  /** Takes the person's choice back, so that the page decides; undefined where there is none, or nothing to decide. */
  onForget: (() => void) | undefined
}

/**
 * Follows the active tab's site: on means that the person wants it *and* the browser has granted it, or that the person
 * has chosen nothing for it and it is badged as a shop.
 * @param isBadgedShop whether the page is a shop and all shops are badged
 */
export function useSite(settings: Settings | undefined, isBadgedShop: boolean): SiteState {
  const [site, setSite] = useState<Site>()
  // Known before the click, since the browser asks only if nothing is awaited in between.
  const [pictures, setPictures] = useState<string[]>()
  const origin = site && 'origin' in site ? site.origin : undefined
  const isGranted = useGranted(origin ? [matchPattern(origin)] : [])

  useEffect(() => {
    void browser.tabs.query({ active: true, currentWindow: true }).then(async ([tab]) => {
      setSite(siteOf(tab?.url))
      setPictures(tab?.id === undefined ? [] : await picturePatterns(tab.id))
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
 * Must be called within the click itself, and await nothing first: the browser asks only on a person's gesture.
 * @param before what was chosen, which holds where the browser does not grant it: on another machine it may have
 */
async function switchOn(origin: string, pictures: string[], before: 'on' | 'off' | 'none'): Promise<void> {
  const answer = browser.permissions.request({ origins: [...new Set([matchPattern(origin), ...pictures])] })
  // Written before the answer: the popup may be closed by the question, and the service worker takes it from there.
  const written = chooseSite(origin, 'on')
  const isGranted = await answer.catch(() => false)
  await written
  if (!isGranted) await chooseSite(origin, before)
}
