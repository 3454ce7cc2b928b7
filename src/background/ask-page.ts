import browser from 'webextension-polyfill'
import type { ToPage } from '../messages.ts'
import contentScript from '../page/content-script.ts?script&iife'
import shopScript from '../page/shop-script.ts?script&iife'

/**
 * Lets the script that a message is for into a frame, where it knows by itself if it is there already, and tells it.
 * @returns its reply
 * @throws Error where the browser lets nobody in
 */
export async function askPage(tabId: number, frameId: number, message: ToPage): Promise<unknown> {
  const file = message.type === 'explain-shop' ? shopScript : contentScript
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [file] })
  return browser.tabs.sendMessage(tabId, message, { frameId })
}
