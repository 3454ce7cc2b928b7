import browser from 'webextension-polyfill'
import { everySite, matchPattern } from '../settings/match-pattern.ts'
import type { Settings } from '../settings/schema.ts'
import { changeSettings } from '../settings/storage.ts'
import { useGranted } from './use-granted.ts'

/** The switch that badges every shop. */
export interface AllShopsState {
  /** Undefined until the settings are read. */
  isOn: boolean | undefined
  onToggle(): void
}

/** On means that the person wants it *and* the browser grants all sites. */
export function useAllShops(settings: Settings | undefined): AllShopsState {
  const isGranted = useGranted(everySite)
  const isOn = settings && isGranted && settings.shops
  const onToggle = () => {
    if (settings) void (isOn ? switchOff(settings.sites) : switchOn(settings.shops))
  }
  return { isOn, onToggle }
}

/**
 * Must be called within the click itself, and await nothing first: the browser asks only on a person's gesture.
 * @param before what was chosen, which holds where the browser does not grant it: on another machine it may have
 */
async function switchOn(before: boolean): Promise<void> {
  const answer = browser.permissions.request({ origins: everySite })
  // Written before the answer: the popup may be closed by the question, and the service worker takes it from there.
  const written = changeSettings({ shops: true })
  const isGranted = await answer.catch(() => false)
  await written
  if (!isGranted) await changeSettings({ shops: before })
}

/** Gives all sites back. Those that are switched on themselves were covered by that grant, and may need their own. */
async function switchOff(sites: string[]): Promise<void> {
  // Both at once: a popup may be closed in between.
  const written = changeSettings({ shops: false })
  await browser.permissions.remove({ origins: everySite }).catch(() => false)
  // The click still counts, and the browser does not ask again for what a person has granted before.
  const origins = [...new Set(sites.map(matchPattern))]
  if (origins.length > 0) await browser.permissions.request({ origins }).catch(() => false)
  await written
}
