import { useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { usePermissionChanges } from '../../ui/permissions/use-permission-changes.ts'

/** Match patterns of all that the browser lets the extension read, followed through its changes. */
export function useGrantedPatterns(): string[] | undefined {
  const [granted, setGranted] = useState<string[]>()
  usePermissionChanges(async () => setGranted((await browser.permissions.getAll()).origins ?? []), '')
  return granted
}
