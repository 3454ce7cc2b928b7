import browser from 'webextension-polyfill'
import type { ArgumentsOf, ReplyOf } from '../messages/message.ts'
import type { PageMessages } from '../messages/page.ts'
import { type FrameAddress, sendToPage } from '../messages/send.ts'
import answerScript from '../page/answer-script.ts?script&iife'
import contentScript from '../page/content-script.ts?script&iife'
import shopScript from '../page/shop-script.ts?script&iife'

/** The scripts that answer a message. */
const scriptsFor: Partial<Record<keyof PageMessages, string[]>> = {
  ask: [contentScript, answerScript],
  'ask-here': [contentScript, answerScript],
  'explain-shop': [shopScript],
}

/**
 * Injects the scripts that a message is for into a frame, where they do nothing if they are there already, and sends the message.
 * @throws Error if the browser allows no script
 */
export async function askPage<Type extends keyof PageMessages>(
  { tabId, frameId }: FrameAddress,
  type: Type,
  ...args: ArgumentsOf<PageMessages, Type>
): Promise<ReplyOf<PageMessages, Type>> {
  const files = scriptsFor[type] ?? [contentScript]
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files })
  return sendToPage({ tabId, frameId }, type, ...args)
}
