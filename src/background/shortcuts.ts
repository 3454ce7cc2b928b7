import browser from 'webextension-polyfill'
import { readActiveSites } from '../settings/active-sites.ts'
import { matchPattern } from '../settings/match-pattern.ts'
import { chooseSite } from '../settings/site-choice.ts'
import { markRegion } from './menu.ts'
import { explainShop } from './shops.ts'

/** Handles the manifest's keyboard shortcuts. The browser handles the popup's shortcut itself. */
export async function answerShortcut(command: string, tab: browser.Tabs.Tab | undefined): Promise<void> {
  if (command === 'open-history')
    await browser.tabs.create({ url: browser.runtime.getURL('src/history-page/index.html') })
  if (command === 'toggle-site' && tab) await toggleSite(tab)
  if (command === 'mark-region' && tab?.id !== undefined) await markRegion(tab.id)
}

/**
 * Toggles badges on a site. A shortcut neither requests nor returns permissions, so pressing it again undoes it. If a
 * permission is missing, it opens the popup, which can request it.
 */
async function toggleSite(tab: browser.Tabs.Tab): Promise<void> {
  const origin = originOf(tab.url)
  if (!origin) return
  const { on, off, shops } = await readActiveSites()
  const isOn = on.includes(origin) || (shops && !off.includes(origin) && (await explainShop(tab.id))?.isShop === true)
  if (isOn) await chooseSite(origin, 'off')
  else if (await browser.permissions.contains({ origins: [matchPattern(origin)] })) await chooseSite(origin, 'on')
  else await browser.action.openPopup()
}

function originOf(url: string | undefined): string | undefined {
  return url && /^https?:/.test(url) ? new URL(url).origin : undefined
}
