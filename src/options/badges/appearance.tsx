import sample from '@lobehub/fluent-emoji-3d/assets/1f455.webp?url'
import { classes } from '../../apparel/classes.ts'
import type { Prediction } from '../../apparel/prediction.ts'
import { type TextKey, text } from '../../i18n/text.ts'
import { type BadgePosition, badgePositions, badgeStyles, type Settings } from '../../settings/schema.ts'
import { changeSettings } from '../../settings/storage.ts'
import { RadioChoice } from './radio-choice.tsx'
import { SampleBadge } from './sample-badge.tsx'

/** Prediction for the sample T-shirt, with the rest spread evenly. */
const prediction: Prediction = {
  verdict: 'garment',
  garment: 'T-Shirt',
  confidence: 0.97,
  probabilities: classes.map(label => (label === 'T-Shirt' ? 0.97 : 0.003)),
}

/** Chooses the style and position of badges, with a sample. */
export function Appearance({ settings }: { settings: Settings }) {
  const { badgeStyle, badgePosition } = settings
  return (
    <div class="looks">
      <figure class="sample">
        <img src={sample} width="160" height="160" alt="" />
        <SampleBadge prediction={prediction} looks={settings} isSmall={false} />
        <figcaption class="unseen">{text('options_sample')}</figcaption>
      </figure>
      <fieldset>
        <legend>{text('options_style')}</legend>
        <RadioChoice
          name="style"
          choices={badgeStyles}
          chosen={badgeStyle}
          onChoose={style => void changeSettings({ badgeStyle: style })}
          labelOf={style => text(`options_style_${style}`)}
        />
        <p class="soft">{text('options_style_hint')}</p>
      </fieldset>
      <fieldset>
        <legend>{text('options_position')}</legend>
        <RadioChoice
          name="position"
          choices={badgePositions}
          chosen={badgePosition}
          onChoose={position => void changeSettings({ badgePosition: position })}
          labelOf={positionName}
        />
        <p class="soft">{text('options_position_hint')}</p>
      </fieldset>
    </div>
  )
}

/** Names a corner as the user sees it: the start of a line is on the left only in left-to-right languages. */
function positionName(position: BadgePosition): string {
  if (position === 'auto') return text('options_position_auto')
  const [inline, block] = position.split('-')
  const isLeft = (inline === 'start') === (document.documentElement.dir !== 'rtl')
  return text(`options_position_${block}_${isLeft ? 'left' : 'right'}` as TextKey)
}
