import browser from 'webextension-polyfill'
import type { ToPage } from '../messages.ts'
import answerScript from '../page/answer-script.ts?script&iife'
import contentScript from '../page/content-script.ts?script&iife'
import shopScript from '../page/shop-script.ts?script&iife'

/**
 * Lets the scripts that a message is for into a frame, where each knows by itself if it is there already, and tells them.
 * @returns its reply
 * @throws Error where the browser lets nobody in
 */
export async function askPage(tabId: number, frameId: number, message: ToPage): Promise<unknown> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: scriptsFor(message) })
  return browser.tabs.sendMessage(tabId, message, { frameId })
}

function scriptsFor({ type }: ToPage): string[] {
  if (type === 'explain-shop') return [shopScript]
  return type === 'ask' || type === 'ask-here' ? [contentScript, answerScript] : [contentScript]
}
