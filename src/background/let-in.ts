import browser from 'webextension-polyfill'
import type { LatePart } from '../messages/background.ts'
import readingScript from '../page/reading-script.ts?script&iife'
import stacksScript from '../page/stacks-script.ts?script&iife'

const scripts = new Map<LatePart, string>([
  ['readHere', readingScript],
  ['createStacks', stacksScript],
])

/** Lets a script into the frame that asks for it. */
export async function letIn(part: LatePart, { tab, frameId }: browser.Runtime.MessageSender): Promise<void> {
  const file = scripts.get(part)
  if (!file || tab?.id === undefined || frameId === undefined) return
  await browser.scripting.executeScript({ target: { tabId: tab.id, frameIds: [frameId] }, files: [file] })
}
