import { text } from '../../i18n/text.ts'
import { count } from '../../ui/format/count.ts'
import { megabytes } from '../../ui/format/megabytes.ts'
import { Retention } from '../../ui/retention/retention.tsx'
import { Section } from '../section.tsx'
import { Erase } from './erase.tsx'
import { useStorageUsed } from './use-storage-used.ts'

/** The storage that the history uses, its limit, and a button that erases everything. */
export function History({ retention }: { retention: number }) {
  const used = useStorageUsed()
  return (
    <Section name="history">
      <div class="row">
        <p class="words" role="status">
          {used && text('storage_used', count(used.tags), megabytes(used.bytes))}
        </p>
        <a class="choose" href="/src/history-page/index.html">
          {text('options_history_open')}
        </a>
      </div>
      <Retention retention={retention} />
      <Erase tags={used?.tags ?? 0} />
    </Section>
  )
}
