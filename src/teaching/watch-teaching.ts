import { tryToTellBackground } from '../messages/send.ts'

/** A change to what was taught, made in any context of the extension. */
export interface TeachingChange {
  /** The context that made it. */
  from: string
}

const CHANNEL_NAME = 'teaching'

/** Identifies this context in the changes that it makes. */
export const thisContext: string = crypto.randomUUID()

/** Notifies every context of the extension, including this one. */
export function announceTeaching(): void {
  const channel = new BroadcastChannel(CHANNEL_NAME)
  channel.postMessage({ from: thisContext } satisfies TeachingChange)
  channel.close()
}

/** The same after a change of own kinds, which the service worker publishes to web pages. It may have to be started. */
export function announceOwnKinds(): void {
  announceTeaching()
  void tryToTellBackground('publish-own-kinds')
}

/** Calls back after each change that any context has committed, until `signal` is aborted. */
export function watchTeaching(callback: (change: TeachingChange) => void, signal: AbortSignal): void {
  if (signal.aborted) return
  const channel = new BroadcastChannel(CHANNEL_NAME)
  channel.onmessage = event => callback(event.data as TeachingChange)
  signal.addEventListener('abort', () => channel.close(), { once: true })
}
