import { useEffect, useState } from 'preact/hooks'
import { measureStorage, type StorageUsage } from '../../history/measure-storage.ts'
import { text } from '../../i18n/text.ts'
import { count } from '../../ui/count.ts'
import { megabytes } from '../../ui/megabytes.ts'
import { Retention } from '../../ui/retention/retention.tsx'
import { useSettings } from '../../ui/use-settings.ts'

/** Delay before measuring: changes usually come in bursts. */
const DEBOUNCE_MS = 300

/** Shows how much disk space the history uses and how long tags are kept. @param version changes with each change */
export function StorageSection({ version }: { version: number }) {
  const [used, setUsed] = useState<StorageUsage>()
  const settings = useSettings()
  // The page reports trouble with the history above the list.
  useEffect(() => {
    const timer = setTimeout(() => void measureStorage().then(setUsed, () => {}), DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [version])
  return (
    <section class="filter storage" aria-labelledby="storage-title">
      <h2>
        <span id="storage-title">{text('storage')}</span>
        {used && <span class="count">{text('storage_used', count(used.tags), megabytes(used.bytes))}</span>}
      </h2>
      <Retention retention={settings?.retention} />
    </section>
  )
}
