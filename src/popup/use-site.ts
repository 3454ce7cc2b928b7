import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { matchPattern } from '../platform/match-pattern.ts'
import { changeSettings, readSettings, type Settings } from '../settings.ts'
import { picturePatterns } from './picture-patterns.ts'
import { type Site, siteOf } from './site.ts'

/** The switch of the site in the active tab. */
export interface SiteState {
  /** Undefined until the browser has said which tab is active. */
  site: Site | undefined
  isOn: boolean
  onToggle(): void
}

/** Follows the active tab's site: on means that the person wants it *and* the browser has granted it. */
export function useSite(settings: Settings | undefined): SiteState {
  const [site, setSite] = useState<Site>()
  const [isGranted, setGranted] = useState(false)
  // Known before the click, since the browser asks only if nothing is awaited in between.
  const [pictures, setPictures] = useState<string[]>([])
  const origin = site && 'origin' in site ? site.origin : undefined

  useEffect(() => {
    void browser.tabs.query({ active: true, currentWindow: true }).then(async ([tab]) => {
      if (tab?.id !== undefined) setPictures(await picturePatterns(tab.id))
      setSite(siteOf(tab?.url))
    })
  }, [])

  useEffect(() => {
    if (!origin) return
    const check = async () => setGranted(await browser.permissions.contains({ origins: [matchPattern(origin)] }))
    void check()
    browser.permissions.onAdded.addListener(check)
    browser.permissions.onRemoved.addListener(check)
    return () => {
      browser.permissions.onAdded.removeListener(check)
      browser.permissions.onRemoved.removeListener(check)
    }
  }, [origin])

  const sites = settings?.sites
  const isOn = isGranted && origin !== undefined && sites?.includes(origin) === true
  const onToggle = () => {
    if (origin && sites) void (isOn ? switchOff(origin) : switchOn(origin, sites, pictures))
  }
  return { site: sites && site, isOn, onToggle }
}

/** Must be called within the click itself, and await nothing first: the browser asks only on a person's gesture. */
async function switchOn(origin: string, sites: string[], pictures: string[]): Promise<void> {
  const answer = browser.permissions.request({ origins: [...new Set([matchPattern(origin), ...pictures])] })
  // Written before the answer: the popup may be closed by the question, and the service worker takes it from there.
  const written = changeSettings({ sites: [...new Set([...sites, origin])] })
  const isGranted = await answer.catch(() => false)
  await written
  if (!isGranted) await dropSite(origin)
}

/** Gives back what no site needs any more; with the last site the hosts of pictures go too. */
async function switchOff(origin: string): Promise<void> {
  const rest = await dropSite(origin)
  const pattern = matchPattern(origin)
  if (rest.some(site => matchPattern(site) === pattern)) return
  const granted = rest.length === 0 ? (await browser.permissions.getAll()).origins : undefined
  // Rejected where a grant for all sites covers this one: then there is nothing to give back.
  await browser.permissions.remove({ origins: granted ?? [pattern] }).catch(() => false)
}

async function dropSite(origin: string): Promise<string[]> {
  const { sites } = await readSettings()
  return (await changeSettings({ sites: sites.filter(site => site !== origin) })).sites
}
