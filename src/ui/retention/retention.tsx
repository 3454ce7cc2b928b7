import { useState } from 'preact/hooks'
import { countExcess } from '../../history/retention.ts'
import { text } from '../../i18n/text.ts'
import { retentionRange } from '../../settings/schema.ts'
import { changeSettings } from '../../settings/storage.ts'
import { count } from '../format/count.ts'
import { AskToTrim } from './ask-to-trim.tsx'

/** Limits to choose from. Settings may hold any number in the range. */
const usualLimits = [retentionRange.least, 500, 1000, 2000, 5000, 10_000, 20_000, retentionRange.most]

/** Chooses how many tags to keep. Asks first if a lower limit would delete tags. @param retention undefined until it is read */
export function Retention({ retention }: { retention: number | undefined }) {
  const [asked, ask] = useState<{ limit: number; excess: number }>()
  const limits = [...new Set([...usualLimits, ...(retention === undefined ? [] : [retention])])].sort((a, b) => a - b)

  const requestLimit = async (limit: number) => {
    // If the history cannot be read, keep the limit: a lower one would later delete tags without warning. The error is shown
    // elsewhere.
    const excess = await countExcess(limit).catch(() => undefined)
    if (excess) ask({ limit, excess })
    else if (excess === 0) await changeSettings({ retention: limit })
  }

  return (
    <div class="retention">
      <div class="retention-words">
        <label for="retention">{text('retention')}</label>
        <p id="retention-hint" class="soft">
          {text('retention_hint')}
        </p>
      </div>
      <select
        id="retention"
        aria-describedby="retention-hint"
        value={retention}
        disabled={retention === undefined}
        onChange={event => {
          const limit = Number(event.currentTarget.value)
          // Show the limit in force until the new one is confirmed.
          event.currentTarget.value = `${retention}`
          void requestLimit(limit)
        }}
      >
        {limits.map(limit => (
          <option key={limit} value={limit}>
            {count(limit)}
          </option>
        ))}
      </select>
      {asked && (
        <AskToTrim
          excess={asked.excess}
          onConfirm={() => {
            ask(undefined)
            void changeSettings({ retention: asked.limit })
          }}
          onClose={() => ask(undefined)}
        />
      )}
    </div>
  )
}
