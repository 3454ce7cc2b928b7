import { classes } from '../../apparel/classes.ts'
import { type Prediction, ranked } from '../../apparel/prediction.ts'
import { nameInFull } from '../../i18n/answer-words.ts'
import { percent } from '../../i18n/percent.ts'

/** All classes, most probable first, with the kind of what the picture shows. Without a prediction the rows are empty and keep their height. */
export function ProbabilityBars({ prediction }: { prediction: Prediction | undefined }) {
  const rows = prediction ? ranked(prediction) : classes.map(() => undefined)
  return (
    <ol class="bars" aria-hidden={!prediction}>
      {rows.map((row, rank) => (
        // Keyed by rank, so that each bar grows in place instead of moving.
        <li key={rank} data-top={rank === 0}>
          <span>{row && prediction && nameInFull(row.label, prediction)}</span>
          <span class="track" aria-hidden="true">
            <span class="fill" style={{ transform: `scaleX(${row?.confidence ?? 0})` }} />
          </span>
          <span class="share">{row && percent(row.confidence)}</span>
        </li>
      ))}
    </ol>
  )
}
