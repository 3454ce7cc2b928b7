import { useEffect, useState } from 'preact/hooks'
import type { Catalogue } from '../../history/search/catalogue.ts'
import { type StorageUsed, storageUsed } from '../../history/storage-used.ts'
import { text } from '../../platform/text.ts'
import { changeSettings, retentionRange } from '../../settings.ts'
import { count } from '../../ui/count.ts'
import { megabytes } from '../../ui/megabytes.ts'
import { useSettings } from '../../ui/use-settings.ts'
import { ConfirmTrim } from './confirm-trim.tsx'
import { excessOf } from './excess.ts'

/** How many tags can be kept; every number between is fine, too. */
const usual = [retentionRange.least, 1000, 2000, 5000, 10_000, 20_000, retentionRange.most]

/** Milliseconds after which it is measured: a change seldom comes alone. */
const LATER = 300

/** What the history takes of the disk, and how much of it is kept. */
export function Storage({ catalogue, version }: { catalogue: Catalogue; version: number }) {
  const [used, setUsed] = useState<StorageUsed>()
  const settings = useSettings()
  const [asked, ask] = useState<{ limit: number; excess: number }>()
  // What cannot be read is told of above the list.
  useEffect(() => {
    const timer = setTimeout(() => void storageUsed().then(setUsed, () => {}), LATER)
    return () => clearTimeout(timer)
  }, [version])
  const retention = settings?.retention
  const limits = [...new Set([...usual, ...(retention === undefined ? [] : [retention])])].sort((a, b) => a - b)

  const keep = (limit: number) => {
    const excess = excessOf(catalogue.search({}), limit)
    if (excess > 0) ask({ limit, excess })
    else void changeSettings({ retention: limit })
  }

  return (
    <section class="filter storage" aria-labelledby="storage-title">
      <h2>
        <span id="storage-title">{text('storage')}</span>
        {used && <span class="count">{text('storage_used', count(used.tags), megabytes(used.bytes))}</span>}
      </h2>
      <select
        aria-label={text('retention')}
        value={retention}
        disabled={retention === undefined || !catalogue.isComplete}
        onChange={event => {
          const limit = Number(event.currentTarget.value)
          // Until it is so it shows what is in force.
          event.currentTarget.value = `${retention}`
          keep(limit)
        }}
      >
        {limits.map(limit => (
          <option key={limit} value={limit}>
            {text('retention_newest', count(limit))}
          </option>
        ))}
      </select>
      <p class="soft">{text('retention_hint')}</p>
      {asked && (
        <ConfirmTrim
          excess={asked.excess}
          onConfirm={() => {
            ask(undefined)
            void changeSettings({ retention: asked.limit })
          }}
          onClose={() => ask(undefined)}
        />
      )}
    </section>
  )
}
