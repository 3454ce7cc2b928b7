import { useEffect, useState } from 'preact/hooks'
import { measureStorage, type StorageUsage } from '../../history/measure-storage.ts'
import { text } from '../../i18n/text.ts'
import { count } from '../../ui/count.ts'
import { megabytes } from '../../ui/megabytes.ts'
import { Retention } from '../../ui/retention/retention.tsx'
import { useSettings } from '../../ui/use-settings.ts'

/** Milliseconds after which it is measured: a change seldom comes alone. */
const LATER = 300

/** What the history takes of the disk, and how much of it is kept. @param version another one after each change */
export function StorageSection({ version }: { version: number }) {
  const [used, setUsed] = useState<StorageUsage>()
  const settings = useSettings()
  // What cannot be read is told of above the list.
  useEffect(() => {
    const timer = setTimeout(() => void measureStorage().then(setUsed, () => {}), LATER)
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
