import { type ColourName, colourNames } from '../../colour/colour-name.ts'
import { text } from '../../i18n/text.ts'
import { count } from '../../ui/count.ts'
import { swatches } from './swatches.ts'

interface ColourSwatchesProps {
  chosen: readonly ColourName[]
  counts: ReadonlyMap<ColourName, number> | undefined
  onToggle(colour: ColourName): void
}

/** A toggle for each colour, painted in that colour. */
export function ColourSwatches({ chosen, counts, onToggle }: ColourSwatchesProps) {
  return (
    <fieldset class="filter">
      <legend>{text('find_colour')}</legend>
      <div class="swatches">
        {colourNames.map(colour => {
          const name = text(`colour_${colour}`)
          const viewQuery = counts ? text('find_colour_count', name, count(counts.get(colour) ?? 0)) : name
          return (
            <button
              type="button"
              class="swatch"
              key={colour}
              style={{ '--swatch': swatches[colour] }}
              aria-pressed={chosen.includes(colour)}
              aria-label={viewQuery}
              title={viewQuery}
              onClick={() => onToggle(colour)}
            />
          )
        })}
      </div>
    </fieldset>
  )
}
