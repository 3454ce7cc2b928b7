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
  chosen: LabelChoice
  /** Undefined while the counts are not known. */
  counts: Pick<Facets, 'garments' | 'kinds'> | undefined
  onChoose(labels: LabelChoice): void
}

/**
 * A toggle for each of the ten classes and for each other kind that occurs, with the number of tags it would leave. Below, the
 * kinds of each chosen class. The chip of a kind that has appeared stays in its place.
 */
export function LabelChips({ chosen, counts, onChoose }: LabelChipsProps) {
  const seen = useSeen(counts?.kinds.keys() ?? [])
  const kindChip = (kind: string) => (
    <Chip
      key={kind}
      kind={kind}
      name={shownKindName(kind)}
      isChosen={chosen.kinds.includes(kind)}
      tags={counts && (counts.kinds.get(kind) ?? 0)}
      onToggle={() => onChoose(toggleKind(chosen, kind))}
    />
  )
  const narrower = garments
    .filter(garment => isGarmentChosen(chosen, garment))
    .map(garment => ({ garment, kinds: kindsToOffer(garment, seen, chosen.kinds) }))
    .filter(({ kinds }) => kinds.length > 0)
  return (
    <>
      <fieldset class="chips">
        <legend class="unseen">{text('find_classes')}</legend>
        {garments.map(garment => (
          <Chip
            key={garment}
            name={className(garment)}
            isChosen={isGarmentChosen(chosen, garment)}
            tags={counts && (counts.garments.get(garment) ?? 0)}
            onToggle={() => onChoose(toggleGarment(chosen, garment))}
          />
        ))}
        {kindsToOffer('none', seen, chosen.kinds).map(kindChip)}
      </fieldset>
      {narrower.map(({ garment, kinds }) => (
        <fieldset class="chips narrower" key={garment}>
          <legend class="unseen">{text('find_kinds', className(garment))}</legend>
          {narrower.length > 1 && (
            <span class="soft" aria-hidden="true">
              {className(garment)}
            </span>
          )}
          {kinds.map(kindChip)}
        </fieldset>
      ))}
    </>
  )
}

interface ChipProps {
  kind?: string
  name: string
  isChosen: boolean
  /** Undefined while it is not known. */
  tags: number | undefined
  onToggle(): void
}

function Chip({ kind, name, isChosen, tags, onToggle }: ChipProps) {
  return (
    <button type="button" class="chip" aria-pressed={isChosen} data-none={tags === 0} onClick={onToggle}>
      <KindDot kind={kind} />
      {name}
      {tags !== undefined && <span class="count">{count(tags)}</span>}
    </button>
  )
}
