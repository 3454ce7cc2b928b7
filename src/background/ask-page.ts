import browser from 'webextension-polyfill'
import type { ArgumentsOf, ReplyOf } from '../messages/message.ts'
import type { PageMessages } from '../messages/page.ts'
import { type FrameAddress, sendToPage } from '../messages/send.ts'
import altTextScript from '../page/alt-text-script.ts?script&iife'
import answerScript from '../page/answer-script.ts?script&iife'
import contentScript from '../page/content-script.ts?script&iife'
import outfitScript from '../page/outfit-script.ts?script&iife'
import shopScript from '../page/shop-script.ts?script&iife'

/** The scripts that answer a message. */
const scriptsFor: Partial<Record<keyof PageMessages, string[]>> = {
  ask: [contentScript, answerScript],
  'ask-here': [contentScript, answerScript],
  'show-worn': [contentScript, answerScript],
  'show-worn-here': [contentScript, answerScript],
  'choose-pictures': [contentScript, answerScript],
  'follow-video': [contentScript, answerScript],
  'mark-region': [contentScript, answerScript],
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
  await inject({ tabId, frameId }, scriptsFor[type] ?? [contentScript])
  return sendToPage({ tabId, frameId }, type, ...args)
}

const lateScripts = { answer: answerScript, 'alt-text': altTextScript, outfit: outfitScript }

/** Injects a script where a content script asks for it. */
export async function loadScript(
  script: keyof typeof lateScripts,
  { tab, frameId = 0 }: browser.Runtime.MessageSender,
): Promise<void> {
  if (tab?.id !== undefined && Object.hasOwn(lateScripts, script))
    await inject({ tabId: tab.id, frameId }, [lateScripts[script]])
}

async function inject({ tabId, frameId }: FrameAddress, files: string[]): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files })
}
