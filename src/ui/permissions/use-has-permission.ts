import { useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { usePermissionChanges } from './use-permission-changes.ts'

/** Whether the extension holds permission for all of these match patterns, kept up to date. False for an empty list. */
export function useHasPermission(origins: string[]): boolean {
  const [isGranted, setGranted] = useState(false)
  usePermissionChanges(
    async () => setGranted(origins.length > 0 && (await browser.permissions.contains({ origins }))),
    origins.join(),
  )
  return isGranted
}
