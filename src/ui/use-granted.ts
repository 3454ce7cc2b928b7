import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'

/** Whether the browser grants match patterns, followed through its changes; false for none. */
export function useGranted(origins: string[]): boolean {
  const [isGranted, setGranted] = useState(false)
  useEffect(() => {
    const check = async () => setGranted(origins.length > 0 && (await browser.permissions.contains({ origins })))
    void check()
    browser.permissions.onAdded.addListener(check)
    browser.permissions.onRemoved.addListener(check)
    return () => {
      browser.permissions.onAdded.removeListener(check)
      browser.permissions.onRemoved.removeListener(check)
    }
  }, [origins.join()])
  return isGranted
}
