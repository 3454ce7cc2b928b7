import { type Garment, garments } from '../../apparel/classes.ts'
import { className } from '../../i18n/class-name.ts'
import { text } from '../../i18n/text.ts'
import { count } from '../../ui/count.ts'

interface ClassChipsProps {
  chosen: readonly Garment[]
  /** Undefined while the counts are not known. */
  counts: ReadonlyMap<Garment, number> | undefined
  onToggle(garment: Garment): void
}

/** A toggle for each of the ten classes, with the number of tags it would leave. */
export function ClassChips({ chosen, counts, onToggle }: ClassChipsProps) {
  return (
    <fieldset class="chips">
      <legend class="unseen">{text('find_classes')}</legend>
      {garments.map(garment => (
        <button
          type="button"
          class="chip"
          key={garment}
          aria-pressed={chosen.includes(garment)}
          data-none={counts !== undefined && !counts.has(garment)}
          onClick={() => onToggle(garment)}
        >
          {className(garment)}
          {counts && <span class="count">{count(counts.get(garment) ?? 0)}</span>}
        </button>
      ))}
    </fieldset>
  )
}
