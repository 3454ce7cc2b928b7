import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { sendToBackground } from '../../messages/send.ts'
import type { ShopVerdict } from '../../page/features/shop/verdict.ts'
import { siteOf } from './tab-site.ts'

/** Whether the active tab's page looks like a shop. Undefined until the page has answered, and if it cannot be asked. */
export function useShopVerdict(): ShopVerdict | undefined {
  const [verdict, setVerdict] = useState<ShopVerdict>()
  useEffect(() => {
    void browser.tabs.query({ active: true, currentWindow: true }).then(async ([tab]) => {
      if (tab?.id === undefined || !('origin' in siteOf(tab.url))) return
      setVerdict(await sendToBackground('explain-shop', { tabId: tab.id }))
    })
  }, [])
  return verdict
}
