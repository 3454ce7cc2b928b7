import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { sendToBackground } from '../messages/send.ts'
import type { ShopVerdict } from '../page/features/shop/verdict.ts'
import { siteOf } from './site.ts'

/** Whether the active tab's page is taken for a shop; undefined until it has said so, and where it cannot be asked. */
export function useShop(): ShopVerdict | undefined {
  const [verdict, setVerdict] = useState<ShopVerdict>()
  useEffect(() => {
    void browser.tabs.query({ active: true, currentWindow: true }).then(async ([tab]) => {
      if (tab?.id === undefined || !('origin' in siteOf(tab.url))) return
      setVerdict(await sendToBackground('explain-shop', { tabId: tab.id }))
    })
  }, [])
  return verdict
}
