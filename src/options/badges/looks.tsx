import sample from '@lobehub/fluent-emoji-3d/assets/1f455.webp?url'
import { classes } from '../../apparel/classes.ts'
import type { Prediction } from '../../apparel/prediction.ts'
import { type TextKey, text } from '../../i18n/text.ts'
import { type BadgePosition, badgePositions, badgeStyles, type Settings } from '../../settings/schema.ts'
import { changeSettings } from '../../settings/storage.ts'
import { BadgeOn } from './badge-on.tsx'

/** Of a picture of a T-shirt, with the rest spread evenly. */
const prediction: Prediction = {
  verdict: 'garment',
  garment: 'T-Shirt',
  confidence: 0.97,
  probabilities: classes.map(label => (label === 'T-Shirt' ? 0.97 : 0.003)),
}

/** What a badge looks like and where it lies, with a sample. */
export function Looks({ settings }: { settings: Settings }) {
  const { badgeStyle, badgePosition } = settings
  return (
    <div class="looks">
      <figure class="sample">
        <img src={sample} width="160" height="160" alt="" />
        <BadgeOn prediction={prediction} looks={settings} isSmall={false} />
        <figcaption class="unseen">{text('options_sample')}</figcaption>
      </figure>
      <fieldset>
        <legend>{text('options_style')}</legend>
        {badgeStyles.map(style => (
          <label key={style} class="option">
            <input
              type="radio"
              name="style"
              value={style}
              checked={badgeStyle === style}
              onChange={() => void changeSettings({ badgeStyle: style })}
            />
            {text(`options_style_${style}`)}
          </label>
        ))}
        <p class="soft">{text('options_style_hint')}</p>
      </fieldset>
      <fieldset>
        <legend>{text('options_position')}</legend>
        {badgePositions.map(position => (
          <label key={position} class="option">
            <input
              type="radio"
              name="position"
              value={position}
              checked={badgePosition === position}
              onChange={() => void changeSettings({ badgePosition: position })}
            />
            {positionName(position)}
          </label>
        ))}
        <p class="soft">{text('options_position_hint')}</p>
      </fieldset>
    </div>
  )
}

/** Corners as a person sees them: the start of a line is left for who reads from there. */
function positionName(position: BadgePosition): string {
  if (position === 'auto') return text('options_position_auto')
  const [inline, block] = position.split('-')
  const isLeft = (inline === 'start') === (document.documentElement.dir !== 'rtl')
  return text(`options_position_${block}_${isLeft ? 'left' : 'right'}` as TextKey)
}
