import { setTimeout as pause } from 'node:timers/promises'

/** How long a page may take to show something on a busy machine. */
export const PATIENCE_MS = 90_000
/** By default; polling more often would slow down what it waits for. */
const POLL_MS = 50

/**
 * Polls until a value is right, for changes that fire no event.
 * @returns the value
 * @throws Error with the last value after `timeoutMs`, also if `look` does not resolve
 */
export async function eventually<Seen>(
  look: () => Promise<Seen>,
  isRight: (seen: Seen) => boolean,
  timeoutMs = PATIENCE_MS,
  pollMs = POLL_MS,
): Promise<Seen> {
  const timeout = AbortSignal.timeout(timeoutMs)
  let last: Seen | undefined
  const expired = new Promise<never>((_, reject) => {
    timeout.onabort = () =>
      reject(new Error(`The value is still wrong after ${timeoutMs / 1000} s: ${JSON.stringify(last)}`))
  })
  for (;;) {
    last = await Promise.race([look(), expired])
    if (isRight(last)) return last
    await Promise.race([pause(pollMs), expired])
  }
}
