import browser from 'webextension-polyfill'
import { onAbort } from '../async/on-abort.ts'
import type { ArgumentsOf, ReplyOf } from './message.ts'

/** One function for each message of a map. */
export type Handlers<Map> = {
  [Type in keyof Map]: (
    ...args: ArgumentsOf<Map, Type>
  ) => ReplyOf<Map, Type> | (ReplyOf<Map, Type> extends void ? never : Promise<ReplyOf<Map, Type>>)
}

/** Answers messages to the page until the signal is aborted. Leaves all others to other listeners. */
export function handlePageMessages<Map>(handlers: Handlers<Map>, signal: AbortSignal): void {
  const listener = (data: unknown): Promise<unknown> | undefined => {
    const { to, type, ...args } = (data ?? {}) as { to?: unknown; type?: unknown }
    if (to !== 'page' || !Object.hasOwn(handlers, type as PropertyKey)) return undefined
    const reply = (handlers as unknown as Record<string, (args: unknown) => unknown>)[type as string]?.(args)
    return reply === undefined ? undefined : Promise.resolve(reply)
  }
  browser.runtime.onMessage.addListener(listener)
  onAbort(signal, () => browser.runtime.onMessage.removeListener(listener))
}
