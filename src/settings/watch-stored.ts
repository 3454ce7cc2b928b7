import browser from 'webextension-polyfill'
import { onAbort } from '../async/on-abort.ts'

/** Calls back with the new value of a key of `storage.local` after each change, until the signal is aborted. */
export function watchStored(key: string, callback: (value: unknown) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, browser.Storage.StorageChange>, area: string) => {
    if (area === 'local' && changes[key]) callback(changes[key].newValue)
  }
  // In a stale extension context `browser.storage` is gone, so keep the reference for the clean-up.
  const { onChanged } = browser.storage
  onChanged.addListener(listener)
  onAbort(signal, () => onChanged.removeListener(listener))
}
