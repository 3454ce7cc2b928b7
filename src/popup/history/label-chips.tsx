import { garments } from '../../apparel/classes.ts'
import type { Facets } from '../../history/search/facets.ts'
import {
  isGarmentChosen,
  kindsToOffer,
  type LabelChoice,
  toggleGarment,
  toggleKind,
} from '../../history/search/label-choice.ts'
import { className } from '../../i18n/class-name.ts'
import { text } from '../../i18n/text.ts'
import { count } from '../../ui/format/count.ts'
import { shownKindName } from '../../ui/format/label-name.ts'
import { useSeen } from '../../ui/history/use-seen.ts'
import { KindDot } from '../../ui/teaching/kind-dot.tsx'

interface LabelChipsProps {
  /** Undefined until the tags are counted. The row keeps its height meanwhile. */
  counts: Pick<Facets, 'garments' | 'kinds'> | undefined
  chosen: LabelChoice
  onChoose(chosen: LabelChoice): void
}

/**
 * The classes that have tags, each with its number of matches, and the other kinds that have tags. The kinds of a chosen class
 * follow it. A chip that has appeared stays in its place.
 */
export function LabelChips({ counts, chosen, onChoose }: LabelChipsProps) {
  const seen = useSeen<string>(counts?.garments.keys() ?? [])
  const seenKinds = useSeen(counts?.kinds.keys() ?? [])
  const kindChip = (kind: string) => (
    <Chip
      key={`kind ${kind}`}
      kind={kind}
      name={shownKindName(kind)}
      isChosen={chosen.kinds.includes(kind)}
      tags={counts?.kinds.get(kind) ?? 0}
      onToggle={() => onChoose(toggleKind(chosen, kind))}
    />
  )
  return (
    <fieldset class="chips" onWheel={scrollSideways}>
      <legend class="unseen">{text('find_classes')}</legend>
      {garments
        .filter(garment => seen.has(garment))
        .flatMap(garment => [
          <Chip
            key={garment}
            name={className(garment)}
            isChosen={isGarmentChosen(chosen, garment)}
            tags={counts?.garments.get(garment) ?? 0}
            onToggle={() => onChoose(toggleGarment(chosen, garment))}
          />,
          ...(isGarmentChosen(chosen, garment) ? kindsToOffer(garment, seenKinds, chosen.kinds) : []).map(kindChip),
        ])}
      {kindsToOffer('none', seenKinds, chosen.kinds).map(kindChip)}
    </fieldset>
  )
}

interface ChipProps {
  kind?: string
  name: string
  isChosen: boolean
  tags: number
  onToggle(): void
}

function Chip({ kind, name, isChosen, tags, onToggle }: ChipProps) {
  return (
    <button type="button" class="chip" aria-pressed={isChosen} onClick={onToggle}>
      <KindDot kind={kind} />
      {name} <span class="count">{count(tags)}</span>
    </button>
  )
}

/** Lets a vertical mouse wheel scroll the row horizontally. */
function scrollSideways(event: WheelEvent & { currentTarget: HTMLElement }): void {
  const { currentTarget: line, deltaX, deltaY } = event
  if (deltaX !== 0 || line.scrollWidth <= line.clientWidth) return
  event.preventDefault()
  line.scrollLeft += getComputedStyle(line).direction === 'rtl' ? -deltaY : deltaY
}
