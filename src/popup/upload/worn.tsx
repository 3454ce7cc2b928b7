import { useState } from 'preact/hooks'
import type { NamedGarment } from '../../garments/picture-garments.ts'
import { garmentName } from '../../i18n/garment-name.ts'
import { percent } from '../../i18n/percent.ts'
import { text } from '../../i18n/text.ts'

interface WornProps {
  /** URL of the picture. */
  url: string
  garments: readonly NamedGarment[]
}

/** The picture with a box around each garment, and the list of them. Either emphasises what is pointed at in the other. */
export function Worn({ url, garments }: WornProps) {
  const [pointed, point] = useState<number>()
  const [focused, focus] = useState<number>()
  const on = pointed ?? focused
  return (
    <section class="worn" aria-labelledby="worn-title" onPointerLeave={() => point(undefined)}>
      <h3 id="worn-title">{text('worn_title')}</h3>
      <div class="worn-picture">
        <img src={url} alt="" />
        {garments.map(({ box }, i) => (
          <div
            key={`${box.left} ${box.top}`}
            class="worn-box"
            aria-hidden="true"
            data-on={on === i || undefined}
            style={placeOf(box)}
            onPointerEnter={() => point(i)}
          >
            <span>{i + 1}</span>
          </div>
        ))}
      </div>
      <ol>
        {garments.map((garment, i) => (
          <li key={`${garment.box.left} ${garment.box.top}`}>
            <button
              type="button"
              data-on={on === i || undefined}
              onPointerEnter={() => point(i)}
              onFocus={() => focus(i)}
              onBlur={() => focus(undefined)}
            >
              <span class="number" aria-hidden="true">
                {i + 1}
              </span>
              <b>{garmentName(garment)}</b>
              <span class="share">{percent(garment.score)}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

function placeOf({ left, top, right, bottom }: NamedGarment['box']): Record<string, string> {
  const share = (fraction: number) => `${(fraction * 100).toFixed(2)}%`
  return { left: share(left), top: share(top), width: share(right - left), height: share(bottom - top) }
}
