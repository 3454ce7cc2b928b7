import { classes } from '../../apparel/classes.ts'
import { type Prediction, ranked } from '../../apparel/prediction.ts'
import { className } from '../../i18n/class-name.ts'
import { percent } from '../../i18n/percent.ts'

/** All classes, most probable first; empty rows of the same height while there is no prediction yet. */
export function ProbabilityBars({ prediction }: { prediction: Prediction | undefined }) {
  const rows = prediction ? ranked(prediction) : classes.map(() => undefined)
  return (
    <ol class="bars" aria-hidden={!prediction}>
      {rows.map((row, rank) => (
        // Keyed by rank, so that a bar grows in its place.
        <li key={rank} data-top={rank === 0}>
          <span>{row && className(row.label)}</span>
          <span class="track" aria-hidden="true">
            <span class="fill" style={{ transform: `scaleX(${row?.confidence ?? 0})` }} />
          </span>
          <span class="share">{row && percent(row.confidence)}</span>
        </li>
      ))}
    </ol>
  )
}
