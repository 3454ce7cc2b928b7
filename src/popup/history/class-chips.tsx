import { useRef } from 'preact/hooks'
import { type Garment, garments } from '../../apparel/classes.ts'
import { className } from '../../i18n/class-name.ts'
import { text } from '../../i18n/text.ts'
import { count } from '../../ui/format/count.ts'

interface ClassChipsProps {
  /** Undefined until the tags are counted. The row keeps its height meanwhile. */
  counts: ReadonlyMap<Garment, number> | undefined
  chosen: readonly Garment[]
  onChoose(chosen: Garment[]): void
}

/** The classes that have tags, each with its number of matches. A chip that has appeared stays in its place. */
export function ClassChips({ counts, chosen, onChoose }: ClassChipsProps) {
  const seen = useRef(new Set<Garment>())
  for (const garment of counts?.keys() ?? []) seen.current.add(garment)
  const toggled = (garment: Garment) =>
    chosen.includes(garment) ? chosen.filter(one => one !== garment) : [...chosen, garment]
  return (
    <fieldset class="chips" onWheel={scrollSideways}>
      <legend class="unseen">{text('find_classes')}</legend>
      {garments
        .filter(garment => seen.current.has(garment))
        .map(garment => (
          <button
            type="button"
            class="chip"
            key={garment}
            aria-pressed={chosen.includes(garment)}
            onClick={() => onChoose(toggled(garment))}
          >
            {className(garment)} <span class="count">{count(counts?.get(garment) ?? 0)}</span>
          </button>
        ))}
    </fieldset>
  )
}

/** Lets a vertical mouse wheel scroll the row horizontally. */
function scrollSideways(event: WheelEvent & { currentTarget: HTMLElement }): void {
  const { currentTarget: line, deltaX, deltaY } = event
  if (deltaX !== 0 || line.scrollWidth <= line.clientWidth) return
  event.preventDefault()
  line.scrollLeft += getComputedStyle(line).direction === 'rtl' ? -deltaY : deltaY
}
