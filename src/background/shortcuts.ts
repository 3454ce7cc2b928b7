import browser from 'webextension-polyfill'
import { readActiveSites } from '../settings/active-sites.ts'
import { matchPattern } from '../settings/match-pattern.ts'
import { chooseSite } from '../settings/site-choice.ts'
import { explainShop } from './shops.ts'

/** Does what a key of the manifest's stands for; the popup's own key is the browser's business. */
export async function answerShortcut(command: string, tab: browser.Tabs.Tab | undefined): Promise<void> {
  if (command === 'open-history')
    await browser.tabs.create({ url: browser.runtime.getURL('src/history-page/index.html') })
  if (command === 'toggle-site' && tab) await toggleSite(tab)
}

/**
 * Badges on or off. A key neither asks for a permission nor gives one back, so that it can be pressed again; where one is
 * missing the popup opens, which can ask.
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
