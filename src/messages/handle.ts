import browser from 'webextension-polyfill'
import { onAbort } from '../async/on-abort.ts'
import type { ArgumentsOf, Receiver, ReplyOf } from './message.ts'

type Sender = browser.Runtime.MessageSender

/** One handler for each message of a map. A missing handler or a wrong reply does not compile. */
export type Handlers<Map> = {
  [Type in keyof Map]: (
    args: ArgumentsOf<Map, Type> extends [infer Args] ? Args : unknown,
    sender: Sender,
  ) => ReplyOf<Map, Type> | Promise<ReplyOf<Map, Type>>
}

interface HandleOptions {
  /** Who may send these messages; everyone if left out. Messages from others get no reply. */
  isAllowed?: (sender: Sender) => boolean
  /** Stops handling when it is aborted. */
  signal?: AbortSignal
}

/**
 * Handles the messages of a map, which the caller must name: `handleMessages<HostMessages>('host', …)`. Several calls
 * with different maps may share a receiver.
 */
export function handleMessages<Map extends object = never>(
  receiver: Receiver,
  handlers: Handlers<NoInfer<Map>>,
  { isAllowed, signal }: HandleOptions = {},
): void {
  const listener = (data: unknown, sender: Sender): Promise<unknown> | undefined => {
    const message = data as { to?: unknown; type?: unknown } | null | undefined
    // Only an undefined return leaves the reply to other listeners.
    if (message?.to !== receiver || typeof message.type !== 'string') return undefined
    if (!Object.hasOwn(handlers, message.type) || isAllowed?.(sender) === false) return undefined
    const handler = handlers[message.type as keyof Map] as (args: unknown, sender: Sender) => unknown
    return (async () => handler(message, sender))()
  }
  const { onMessage } = browser.runtime
  onMessage.addListener(listener)
  if (signal) onAbort(signal, () => onMessage.removeListener(listener))
}

/** Handles the messages that one feature of the page answers, until the signal is aborted. */
export function handlePageMessages<Map extends object = never>(
  handlers: Handlers<NoInfer<Map>>,
  signal: AbortSignal,
): void {
  handleMessages<Map>('page', handlers, { signal })
}
