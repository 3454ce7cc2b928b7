import browser from 'webextension-polyfill'
import { onAbort } from '../async/on-abort.ts'

/** Milliseconds between two looks. */
const TICK = 500

/** Calls back when the extension was updated, switched off or removed under the page: the browser tells nobody of it. */
export function whenOrphaned(callback: () => void, signal: AbortSignal): void {
  const timer = setInterval(() => browser.runtime?.id || callback(), TICK)
  onAbort(signal, () => clearInterval(timer))
}
