import browser from 'webextension-polyfill'
import { onAbort } from '../async/on-abort.ts'

const CHECK_MS = 500

/**
 * Calls back once the extension context is stale, because the extension was updated, switched off or removed under the page.
 * No event reports this.
 */
export function onStaleContext(callback: () => void, signal: AbortSignal): void {
  const timer = setInterval(() => browser.runtime?.id || callback(), CHECK_MS)
  onAbort(signal, () => clearInterval(timer))
}
