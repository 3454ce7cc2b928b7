import { useEffect, useState } from 'preact/hooks'
import type { Settings } from '../settings/schema.ts'
import { readSettings, watchSettings } from '../settings/storage.ts'

/** The settings in force; undefined until they are read. */
export function useSettings(): Settings | undefined {
  const [settings, setSettings] = useState<Settings>()
  useEffect(() => {
    const abort = new AbortController()
    watchSettings(setSettings, abort.signal)
    void readSettings().then(setSettings)
    return () => abort.abort()
  }, [])
  return settings
}
