/** The service worker. It holds no state, because the browser may stop it at any time. */
import browser from 'webextension-polyfill'
import { cleanAddresses } from '../addresses/clean-address.ts'
import type { OwnBackgroundMessages, PublicBackgroundMessages } from '../messages/background.ts'
import { handleMessages } from '../messages/handle.ts'
import { loadScript } from './ask-page.ts'
import { captureVisibleTab } from './capture.ts'
import { restartHost, wakeHost } from './host-lifetime.ts'
import { leaveSite } from './leave-site.ts'
import { maintainHistory } from './maintain-history.ts'
import { addMenu, answerMenu, choosePictures, offerMenu } from './menu.ts'
import { lendReferrer, returnReferrer } from './referrer.ts'
import { explainShop, reportShop } from './shops.ts'
import { answerShortcut } from './shortcuts.ts'
import { showGarments } from './show-garments.ts'
import { injectOpenTabs, reconcileSites } from './sites.ts'
import { syncSettings } from './sync-settings.ts'
import { welcome } from './welcome.ts'

handleMessages<PublicBackgroundMessages>('background', {
  'wake-host': wakeHost,
  'capture-visible-tab': (part, sender) => captureVisibleTab(part, sender),
  'found-shop': ({ isShop }, { tab }) => reportShop(isShop, tab?.id),
  'garments-changed': (_, sender) => showGarments(sender),
  'offer-menu': ({ isHere }, sender) => offerMenu(isHere, sender),
  'load-script': ({ script }, sender) => loadScript(script, sender),
})

handleMessages<OwnBackgroundMessages>(
  'background',
  {
    'explain-shop': ({ tabId }) => explainShop(tabId),
    'choose-pictures': ({ tabId }) => choosePictures(tabId),
    'leave-site': ({ origin, choice }) => leaveSite(origin, choice),
    'lend-referrer': ({ url, referrer }) => lendReferrer(url, referrer),
    'return-referrer': ({ rule }) => returnReferrer(rule),
    'maintain-history': maintainHistory,
    'publish-own-kinds': async () => void (await reconcileSites()),
  },
  { isAllowed: isOwnPage },
)

browser.runtime.onInstalled.addListener(async ({ reason }) => {
  if (reason === 'install') await welcome()
  await addMenu()
  await injectOpenTabs(await reconcileSites())
  await syncSettings()
  await maintainHistory()
})
browser.runtime.onStartup.addListener(async () => {
  await addMenu()
  await reconcileSites()
  await syncSettings()
  await maintainHistory()
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
  if (oldValue?.retention !== newValue?.retention) await maintainHistory()
  await injectOpenTabs(await reconcileSites())
  await syncSettings()
})

browser.commands.onCommand.addListener((command, tab) => {
  answerShortcut(command, tab).catch(error =>
    console.warn('A keyboard shortcut failed.', cleanAddresses(String(error))),
  )
})

browser.contextMenus.onClicked.addListener((info, tab) => {
  answerMenu(info, tab).catch(error => console.warn('The page could not be asked.', cleanAddresses(String(error))))
})

/** Whether an own page or the host sent a message, rather than a content script in a web page. */
function isOwnPage({ url }: browser.Runtime.MessageSender): boolean {
  return url?.startsWith(browser.runtime.getURL('')) ?? false
}
