import { useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { useGrantChanges } from '../../ui/use-grant-changes.ts'

/** Match patterns of all that the browser lets the extension read, followed through its changes. */
export function useGrants(): string[] | undefined {
  const [granted, setGranted] = useState<string[]>()
  useGrantChanges(async () => setGranted((await browser.permissions.getAll()).origins ?? []), '')
  return granted
}
