import { type TextKey, text } from '../../i18n/text.ts'
import { dayOf, lastDayBefore, startOf } from '../view/day.ts'

interface Days {
  /** Milliseconds since 1970, inclusive. */
  from: number | undefined
  /** Milliseconds since 1970, exclusive. */
  until: number | undefined
}

/** Days before today: first and last day, both inclusive. */
const spans: [name: TextKey, from: number, until: number][] = [
  ['find_today', 0, 0],
  ['find_yesterday', 1, 1],
  ['find_week', 6, 0],
  ['find_month', 29, 0],
]

/** Filters by when a tag was last seen: some common ranges, or any first and last day. */
export function DateFilter({ from, until, onChange }: Days & { onChange(days: Days): void }) {
  const today = dayOf(Date.now())
  return (
    <fieldset class="filter">
      <legend>{text('find_seen')}</legend>
      <div class="chips spans">
        {spans.map(([name, first, last]) => {
          const span = { from: startOf(today, -first), until: startOf(today, 1 - last) }
          const isSelected = span.from === from && span.until === until
          return (
            <button
              type="button"
              class="chip"
              key={name}
              aria-pressed={isSelected}
              onClick={() => onChange(isSelected ? { from: undefined, until: undefined } : span)}
            >
              {text(name)}
            </button>
          )
        })}
      </div>
      <div class="days">
        <label>
          {text('find_from')}
          <input
            type="date"
            max={today}
            value={from === undefined ? '' : dayOf(from)}
            onChange={event => onChange({ from: startOf(event.currentTarget.value), until })}
          />
        </label>
        <label>
          {text('find_until')}
          <input
            type="date"
            max={today}
            value={until === undefined ? '' : lastDayBefore(until)}
            onChange={({ currentTarget: { value } }) =>
              onChange({ from, until: value ? startOf(value, 1) : undefined })
            }
          />
        </label>
      </div>
    </fieldset>
  )
}
