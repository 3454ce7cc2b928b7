import browser from 'webextension-polyfill'
import type { ToPage } from '../messages/page.ts'
import contentScript from '../page/content-script.ts?script&iife'
import altScript from '../page/features/alt-text/alt-script.ts?script&iife'
import answerScript from '../page/features/right-click/answer-script.ts?script&iife'
import shopScript from '../page/shop-script.ts?script&iife'
import { readActiveSites } from '../settings/active-sites.ts'

/**
 * Lets the scripts that a message is for into a frame, where each knows by itself if it is there already, and tells them.
 * @returns its reply
 * @throws Error where the browser lets nobody in
 */
export async function askPage(tabId: number, frameId: number, message: ToPage): Promise<unknown> {
  const files = await scriptsFor(message)
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files })
  return browser.tabs.sendMessage(tabId, message, { frameId })
}

async function scriptsFor({ type }: ToPage): Promise<string[]> {
  if (type === 'explain-shop') return [shopScript]
  if (type === 'ask' || type === 'ask-here') return [contentScript, answerScript]
  const { badges } = await readActiveSites()
  return badges.altTexts ? [contentScript, altScript] : [contentScript]
}
