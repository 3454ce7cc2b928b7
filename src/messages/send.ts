import browser from 'webextension-polyfill'
import type { BackgroundMessages } from './background.ts'
import type { HostMessages } from './host.ts'
import type { ArgumentsOf, Receiver, ReplyOf } from './message.ts'
import type { PageMessages } from './page.ts'

/**
 * Sends a message to the service worker, which the browser starts if need be.
 * @throws Error when the handler fails, or in a stale extension context
 */
export async function sendToBackground<Type extends keyof BackgroundMessages & string>(
  type: Type,
  ...[args]: ArgumentsOf<BackgroundMessages, Type>
): Promise<ReplyOf<BackgroundMessages, Type>> {
  return browser.runtime.sendMessage(envelope('background', type, args))
}

/** The same on a best-effort basis: replies undefined on any error, such as a stale extension context. */
export async function tryToTellBackground<Type extends keyof BackgroundMessages & string>(
  type: Type,
  ...args: ArgumentsOf<BackgroundMessages, Type>
): Promise<ReplyOf<BackgroundMessages, Type> | undefined> {
  try {
    return await sendToBackground(type, ...args)
  } catch {
    return undefined
  }
}

/** A frame of a tab; the top frame has the id 0. */
export interface FrameAddress {
  tabId: number
  frameId: number
}

/**
 * Sends a message to our scripts in one frame of a page.
 * @throws Error when the handler fails or no script of ours listens there
 */
export async function sendToPage<Type extends keyof PageMessages & string>(
  { tabId, frameId }: FrameAddress,
  type: Type,
  ...[args]: ArgumentsOf<PageMessages, Type>
): Promise<ReplyOf<PageMessages, Type>> {
  return browser.tabs.sendMessage(tabId, envelope('page', type, args), { frameId })
}

/**
 * Sends a message to the document of the inference host.
 * @throws Error when the handler fails or the document does not exist
 */
export async function sendToHost<Type extends keyof HostMessages & string>(
  type: Type,
  ...[args]: ArgumentsOf<HostMessages, Type>
): Promise<ReplyOf<HostMessages, Type>> {
  return browser.runtime.sendMessage(envelope('host', type, args))
}

function envelope(to: Receiver, type: string, args: unknown): object {
  return { ...(args as object | undefined), to, type }
}
