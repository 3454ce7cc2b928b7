import { useEffect } from 'preact/hooks'
import browser from 'webextension-polyfill'

/** Looks at what the browser grants now, and again whenever that changes. @param looksAt what the look depends on */
export function usePermissionChanges(look: () => Promise<void>, looksAt: string): void {
  useEffect(() => {
    const { onAdded, onRemoved } = browser.permissions
    void look()
    onAdded.addListener(look)
    onRemoved.addListener(look)
    return () => {
      onAdded.removeListener(look)
      onRemoved.removeListener(look)
    }
  }, [looksAt])
}
