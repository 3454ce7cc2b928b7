import browser from 'webextension-polyfill'
import type { BackgroundMessages } from './background.ts'
import type { ArgumentsOf, ReplyOf } from './message.ts'

/**
 * Sends a message to the service worker.
 * @returns its reply
 * @throws Error where nobody answers, or the extension context is stale
 */
export async function sendToBackground<Type extends keyof BackgroundMessages>(
  type: Type,
  ...[args]: ArgumentsOf<BackgroundMessages, Type>
): Promise<ReplyOf<BackgroundMessages, Type>> {
  return browser.runtime.sendMessage({ ...(args as object | undefined), to: 'background', type })
}
