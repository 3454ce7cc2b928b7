/** The service worker: it holds no state, so that the browser may stop it at any time. */
import browser from 'webextension-polyfill'
import type { ToBackground } from '../messages/background.ts'
import { askPage } from './ask-page.ts'
import { captureVisibleTab } from './capture.ts'
import { restartHost, wakeHost } from './host.ts'
import { leaveSite } from './leave-site.ts'
import { addMenu, answerMenu, offerMenu } from './menu.ts'
import { lendReferrer, returnReferrer } from './referrer.ts'
import { answerShortcut } from './shortcuts.ts'
import { showGarments } from './show-garments.ts'
import { injectOpenTabs, reconcileSites } from './sites.ts'
import { syncSettings } from './sync-settings.ts'
import { trimToRetention } from './trim.ts'
import { welcome } from './welcome.ts'

/** What only the extension's own pages may ask for: of another tab or of the host, a web page has no business. */
const ours = new Set<ToBackground['type']>([
  'explain-shop',
  'leave-site',
  'lend-referrer',
  'return-referrer',
  'trim-history',
])

browser.runtime.onMessage.addListener(
  (data: unknown, sender: browser.Runtime.MessageSender): Promise<unknown> | undefined => {
    const message = data as ToBackground | null | undefined
    if (message?.to !== 'background' || (ours.has(message.type) && !isOurs(sender))) return undefined
    switch (message.type) {
      case 'wake-host':
        return wakeHost()
      case 'capture-visible-tab':
        return captureVisibleTab(sender)
      case 'explain-shop':
        return askPage(message.tabId, 0, { to: 'page', type: 'explain-shop' }).catch(() => undefined)
      case 'found-shop':
        return askPage(sender.tab?.id ?? browser.tabs.TAB_ID_NONE, 0, { ...message, to: 'page' }).catch(() => undefined)
      case 'leave-site':
        return leaveSite(message.origin, message.choice)
      case 'lend-referrer':
        return lendReferrer(message.url, message.referrer)
      case 'return-referrer':
        return returnReferrer(message.rule)
      case 'trim-history':
        return trimToRetention()
      case 'garments-changed':
        return showGarments(sender)
      case 'offer-menu':
        return offerMenu(message.isHere, sender)
    }
  },
)

browser.runtime.onInstalled.addListener(async ({ reason }) => {
  if (reason === 'install') await welcome()
  await addMenu()
  await injectOpenTabs(await reconcileSites())
  await syncSettings()
})
browser.runtime.onStartup.addListener(async () => {
  await addMenu()
  await reconcileSites()
  await syncSettings()
})
browser.permissions.onAdded.addListener(async () => injectOpenTabs(await reconcileSites()))
browser.permissions.onRemoved.addListener(() => void reconcileSites())

browser.storage.onChanged.addListener(async (changes, area) => {
  if (area === 'sync') await syncSettings()
  if (area !== 'local' || !changes.settings) return
  const { oldValue, newValue } = changes.settings as {
    oldValue?: { backend?: string; retention?: number }
    newValue?: { backend?: string; retention?: number }
  }
  if ((oldValue?.backend ?? 'auto') !== (newValue?.backend ?? 'auto')) await restartHost()
  if (oldValue?.retention !== newValue?.retention) await trimToRetention()
  await injectOpenTabs(await reconcileSites())
  await syncSettings()
})

browser.commands.onCommand.addListener((command, tab) => {
  answerShortcut(command, tab).catch(error => console.warn('A key could not be answered.', error))
})

browser.contextMenus.onClicked.addListener((info, tab) => {
  // Pages of the browser itself and its store let nobody in; there is no place to say so.
  answerMenu(info, tab).catch(error => console.warn('The question could not be asked.', error))
})

function isOurs({ url }: browser.Runtime.MessageSender): boolean {
  return url?.startsWith(browser.runtime.getURL('')) ?? false
}
