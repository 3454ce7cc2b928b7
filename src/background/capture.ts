import browser from 'webextension-polyfill'
import { cleanAddresses } from '../addresses/clean-address.ts'
import type { Failure } from '../apparel/failure.ts'

/**
 * Captures the visible part of the sender's tab.
 * @returns a PNG as a data URL; a Failure where `activeTab` does not allow it, because the user has not clicked
 */
export async function captureVisibleTab(sender: browser.Runtime.MessageSender): Promise<string | Failure> {
  try {
    // The browser captures the tab in front, which must still be the sender's.
    const { active } = await browser.tabs.get(sender.tab?.id ?? browser.tabs.TAB_ID_NONE)
    if (!active) return { failure: 'unreachable' }
    return await browser.tabs.captureVisibleTab(sender.tab?.windowId, { format: 'png' })
  } catch (error) {
    // The browser names the page's address.
    return { failure: 'unreachable', detail: cleanAddresses(error instanceof Error ? error.message : String(error)) }
  }
}
