import browser from 'webextension-polyfill'
import type { ToPage } from '../messages.ts'
import contentScript from '../page/content-script.ts?script&iife'

/**
 * Lets the content script into a frame, where it knows by itself if it is there already, and tells it something.
 * @returns its reply
 * @throws Error where the browser lets nobody in
 */
export async function askPage(tabId: number, frameId: number, message: ToPage): Promise<unknown> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [contentScript] })
  return browser.tabs.sendMessage(tabId, message, { frameId })
}
