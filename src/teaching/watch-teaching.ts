import { tryToTellBackground } from '../messages/send.ts'

const CHANNEL_NAME = 'teaching'

/**
 * Notifies every context of the extension, including this one, and the service worker, which publishes own kinds to web pages
 * and may have to be started.
 */
export function announceTeaching(): void {
  const channel = new BroadcastChannel(CHANNEL_NAME)
  channel.postMessage('changed')
  channel.close()
  void tryToTellBackground('publish-own-kinds')
}

/** Calls back after each change that any context has committed, until `signal` is aborted. */
export function watchTeaching(callback: () => void, signal: AbortSignal): void {
  if (signal.aborted) return
  const channel = new BroadcastChannel(CHANNEL_NAME)
  channel.onmessage = () => callback()
  signal.addEventListener('abort', () => channel.close(), { once: true })
}
