import browser from 'webextension-polyfill'
import { onAbort } from '../async/on-abort.ts'

/** Calls back with the new value of a key of `storage.local` after each change, until the signal is aborted. */
export function watchStored(key: string, callback: (value: unknown) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, browser.Storage.StorageChange>, area: string) => {
    if (area === 'local' && changes[key]) callback(changes[key].newValue)
  }
  // An extension that is gone from under its page has no storage any more.
  const { onChanged } = browser.storage
  onChanged.addListener(listener)
  onAbort(signal, () => onChanged.removeListener(listener))
}
