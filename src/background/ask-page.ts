import browser from 'webextension-polyfill'
import type { ArgumentsOf, ReplyOf } from '../messages/message.ts'
import type { PageMessages } from '../messages/page.ts'
import { type FrameAddress, sendToPage } from '../messages/send.ts'
import contentScript from '../page/content-script.ts?script&iife'
import shopScript from '../page/shop-script.ts?script&iife'

/**
 * Injects the script that a message is for into a frame, where it does nothing if it is there already, and sends the message.
 * @throws Error if the browser allows no script
 */
export async function askPage<Type extends keyof PageMessages>(
  { tabId, frameId }: FrameAddress,
  type: Type,
  ...args: ArgumentsOf<PageMessages, Type>
): Promise<ReplyOf<PageMessages, Type>> {
  const file = type === 'explain-shop' ? shopScript : contentScript
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [file] })
  return sendToPage({ tabId, frameId }, type, ...args)
}
