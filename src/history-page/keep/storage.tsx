import { useEffect, useState } from 'preact/hooks'
import { type StorageUsed, storageUsed } from '../../history/storage-used.ts'
import { text } from '../../i18n/text.ts'
import { count } from '../../ui/format/count.ts'
import { megabytes } from '../../ui/format/megabytes.ts'
import { useSettings } from '../../ui/page/use-settings.ts'
import { Retention } from '../../ui/retention/retention.tsx'

/** Milliseconds after which it is measured: a change seldom comes alone. */
const LATER = 300

/** What the history takes of the disk, and how much of it is kept. @param version another one after each change */
export function Storage({ version }: { version: number }) {
  const [used, setUsed] = useState<StorageUsed>()
  const settings = useSettings()
  // What cannot be read is told of above the list.
  useEffect(() => {
    const timer = setTimeout(() => void storageUsed().then(setUsed, () => {}), LATER)
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
