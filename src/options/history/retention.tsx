import { useState } from 'preact/hooks'
import { text } from '../../platform/text.ts'
import { changeSettings } from '../../settings.ts'
import { count } from '../../ui/count.ts'

const steps = [500, 1000, 2000, 5000, 10_000, 20_000, 50_000]

interface RetentionProps {
  retention: number
  /** That there are; undefined until that is known. */
  tags: number | undefined
}

/** How many tags are kept. Where that may delete some at once, it asks first. */
export function Retention({ retention, tags = 0 }: RetentionProps) {
  const [fewer, setFewer] = useState<number>()
  const choices = [...new Set([...steps, retention])].toSorted((a, b) => a - b)
  const choose = (limit: number) => {
    if (limit < retention && limit < tags) return setFewer(limit)
    setFewer(undefined)
    void changeSettings({ retention: limit })
  }
  return (
    <>
      <div class="row">
        <div class="words">
          <label for="retention">{text('retention')}</label>
          <p id="retention-hint" class="soft">
            {text('retention_hint')}
          </p>
        </div>
        <select
          id="retention"
          aria-describedby="retention-hint"
          value={fewer ?? retention}
          onChange={event => choose(choices[event.currentTarget.selectedIndex] ?? retention)}
        >
          {choices.map(limit => (
            <option key={limit} value={limit}>
              {count(limit)}
            </option>
          ))}
        </select>
      </div>
      {fewer !== undefined && (
        <div class="row warning" role="alert">
          <p class="words">{text('options_retention_fewer', count(fewer), count(Math.max(0, tags - fewer)))}</p>
          <button type="button" class="choose" onClick={() => setFewer(undefined)}>
            {text('cancel')}
          </button>
          <button
            type="button"
            class="choose danger"
            onClick={() => {
              setFewer(undefined)
              void changeSettings({ retention: fewer })
            }}
          >
            {text('options_retention_confirm', count(fewer))}
          </button>
        </div>
      )}
    </>
  )
}
