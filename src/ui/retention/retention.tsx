import { useState } from 'preact/hooks'
import { excessOver } from '../../history/retention.ts'
import { text } from '../../i18n/text.ts'
import { retentionRange } from '../../settings/schema.ts'
import { changeSettings } from '../../settings/storage.ts'
import { count } from '../count.ts'
import { AskToTrim } from './ask-to-trim.tsx'

/** How many tags can be kept; every number between is fine, too. */
const usual = [retentionRange.least, 500, 1000, 2000, 5000, 10_000, 20_000, retentionRange.most]

/** Chooses how many tags are kept. Where fewer would delete some, it asks first. @param retention undefined until it is read */
export function Retention({ retention }: { retention: number | undefined }) {
  const [asked, ask] = useState<{ limit: number; excess: number }>()
  const limits = [...new Set([...usual, ...(retention === undefined ? [] : [retention])])].sort((a, b) => a - b)

  const keep = async (limit: number) => {
    // What cannot be read is told of elsewhere; nobody may be surprised once it can.
    const excess = await excessOver(limit).catch(() => undefined)
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
          // Until it is so it shows what is in force.
          event.currentTarget.value = `${retention}`
          void keep(limit)
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
