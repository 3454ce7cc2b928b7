import browser from 'webextension-polyfill'
import { everySite, matchPattern } from '../../settings/match-pattern.ts'
import type { Settings } from '../../settings/schema.ts'
import { changeSettings } from '../../settings/storage.ts'
import { useHasPermission } from './use-has-permission.ts'

/** State of the switch for badges on every shop. */
export interface AllShopsState {
  /** Undefined until the settings are read. */
  isOn: boolean | undefined
  onToggle(): void
}

/** On means that the user wants it *and* the browser has granted access to all sites. */
export function useAllShops(settings: Settings | undefined): AllShopsState {
  const isGranted = useHasPermission(everySite)
  const isOn = settings && isGranted && settings.shops
  const onToggle = () => {
    if (settings) void (isOn ? switchOff(settings.sites) : switchOn(settings.shops))
  }
  return { isOn, onToggle }
}

/**
 * Must be called in the click handler before anything is awaited: the browser prompts only during the user gesture.
 * @param before the previous choice, restored if the user refuses: settings are synced, and another machine may have the
 * permission
 */
async function switchOn(before: boolean): Promise<void> {
  const answer = browser.permissions.request({ origins: everySite })
  // Written before the answer, because the prompt may close the popup. The service worker then finishes the job.
  const written = changeSettings({ shops: true })
  const isGranted = await answer.catch(() => false)
  await written
  if (!isGranted) await changeSettings({ shops: before })
}

/** Revokes the permission for all sites. Sites that are on individually relied on it and may now need their own. */
async function switchOff(sites: string[]): Promise<void> {
  // Started together, because the popup may close at any moment.
  const written = changeSettings({ shops: false })
  await browser.permissions.remove({ origins: everySite }).catch(() => false)
  // The user gesture is still active, and the browser does not prompt again for what the user granted before.
  const origins = [...new Set(sites.map(matchPattern))]
  if (origins.length > 0) await browser.permissions.request({ origins }).catch(() => false)
  await written
}
