import browser from 'webextension-polyfill'
import type { Failure } from '../apparel/failure.ts'

/**
 * The visible part of the sender's tab as a PNG data URL. `activeTab` allows it after the person's own click; without
 * that the answer is a Failure.
 */
export async function captureVisibleTab(sender: browser.Runtime.MessageSender): Promise<string | Failure> {
  try {
    // Whatever tab is in front is captured: it must still be the one that asks.
    const { active } = await browser.tabs.get(sender.tab?.id ?? browser.tabs.TAB_ID_NONE)
    if (!active) return { failure: 'unreachable' }
    return await browser.tabs.captureVisibleTab(sender.tab?.windowId, { format: 'png' })
  } catch (error) {
    return { failure: 'unreachable', detail: error instanceof Error ? error.message : String(error) }
  }
}
