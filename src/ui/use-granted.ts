import { useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { useGrantChanges } from './use-grant-changes.ts'

/** Whether the browser grants match patterns, followed through its changes; false for none. */
export function useGranted(origins: string[]): boolean {
  const [isGranted, setGranted] = useState(false)
  useGrantChanges(
    async () => setGranted(origins.length > 0 && (await browser.permissions.contains({ origins }))),
    origins.join(),
  )
  return isGranted
}
