import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'

/** Match patterns of all that the browser lets the extension read, followed through its changes. */
export function useGrants(): string[] | undefined {
  const [granted, setGranted] = useState<string[]>()
  useEffect(() => {
    const look = async () => setGranted((await browser.permissions.getAll()).origins ?? [])
    void look()
    browser.permissions.onAdded.addListener(look)
    browser.permissions.onRemoved.addListener(look)
    return () => {
      browser.permissions.onAdded.removeListener(look)
      browser.permissions.onRemoved.removeListener(look)
    }
  }, [])
  return granted
}
