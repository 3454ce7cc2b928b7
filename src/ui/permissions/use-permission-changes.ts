import { useEffect } from 'preact/hooks'
import browser from 'webextension-polyfill'

/** Calls `check` at once, whenever permissions change, and when `dependency` changes. */
export function usePermissionChanges(check: () => Promise<void>, dependency: string): void {
  useEffect(() => {
    const { onAdded, onRemoved } = browser.permissions
    void check()
    onAdded.addListener(check)
    onRemoved.addListener(check)
    return () => {
      onAdded.removeListener(check)
      onRemoved.removeListener(check)
    }
  }, [dependency])
}
