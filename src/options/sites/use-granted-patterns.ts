import { useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { usePermissionChanges } from '../../ui/permissions/use-permission-changes.ts'

/** Follows the match patterns that the extension may read. Undefined until they are known. */
export function useGrantedPatterns(): string[] | undefined {
  const [granted, setGranted] = useState<string[]>()
  usePermissionChanges(async () => setGranted((await browser.permissions.getAll()).origins ?? []), '')
  return granted
}
