import browser from 'webextension-polyfill'
import type { ReplyOf } from '../messages/message.ts'
import type { PageMessages, ToPage } from '../messages/page.ts'
import contentScript from '../page/content-script.ts?script&iife'
import shopScript from '../page/shop-script.ts?script&iife'

/**
 * Injects the script that a message is for into a frame, where it does nothing if it is there already, and sends the message.
 * @returns the reply; undefined where the script has none
 * @throws Error where the browser allows no script
 */
export async function askPage<Type extends keyof PageMessages>(
  tabId: number,
  frameId: number,
  message: Extract<ToPage, { type: Type }>,
): Promise<ReplyOf<PageMessages, Type> | undefined> {
  const file = message.type === 'explain-shop' ? shopScript : contentScript
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [file] })
  return browser.tabs.sendMessage(tabId, message, { frameId })
}
