import { useEffect, useState } from 'preact/hooks'
import { readSettings, type Settings, watchSettings } from '../../settings/settings.ts'

/** The current settings. Undefined until they are read. */
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
