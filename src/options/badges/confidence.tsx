import { useState } from 'preact/hooks'
import card from '../../../models/apparel/card.json'
import { isBadged } from '../../apparel/badge-choice.ts'
import { kindsOfGroups } from '../../apparel/more-kinds.ts'
import { percent } from '../../i18n/percent.ts'
import { text } from '../../i18n/text.ts'
import type { Settings } from '../../settings/schema.ts'
import { changeSettings } from '../../settings/storage.ts'
import { count } from '../../ui/format/count.ts'
import { PreviewTile } from './preview-tile.tsx'
import type { Preview } from './use-preview.ts'

const thresholds = Object.values(card.calibration.thresholds)
/** A minimum below the lowest class threshold has no effect. The slider starts there, which stands for "no minimum". */
const MIN_PERCENT = Math.floor(Math.min(...thresholds) * 100)
const MAX_PERCENT = 99

/** The confidence slider, with a preview of which pictures would get a badge. */
export function Confidence({ settings, preview }: { settings: Settings; preview: Preview }) {
  // The position during a drag. It is stored on release.
  const [dragged, drag] = useState<number>()
  const confidence = dragged ?? settings.confidence
  const choice = { ...settings, confidence, kinds: kindsOfGroups(settings.moreKinds), ownKinds: [] }
  const badged = preview?.tiles.filter(({ prediction }) => isBadged(prediction, choice)) ?? []
  const words = confidence === 0 ? thresholdText() : text('options_confidence_least', percent(confidence))

  return (
    <div class="confidence">
      <label for="confidence">{text('options_confidence')}</label>
      <input
        id="confidence"
        type="range"
        min={MIN_PERCENT}
        max={MAX_PERCENT}
        value={Math.max(MIN_PERCENT, Math.round(confidence * 100))}
        aria-valuetext={words}
        onInput={event => drag(confidenceAt(event.currentTarget.valueAsNumber))}
        onChange={async event => {
          await changeSettings({ confidence: confidenceAt(event.currentTarget.valueAsNumber) })
          drag(undefined)
        }}
      />
      <output for="confidence">{words}</output>
      <p class="soft" role="status">
        {preview
          ? text(`options_preview_${preview.from}`, count(badged.length), count(preview.tiles.length))
          : text('options_preview_looking')}
      </p>
      <ul class="tiles">
        {preview?.tiles.map(tile => (
          <PreviewTile key={tile.key} tile={tile} isBadged={badged.includes(tile)} settings={settings} />
        ))}
      </ul>
    </div>
  )
}

function confidenceAt(value: number): number {
  return value <= MIN_PERCENT ? 0 : value / 100
}

function thresholdText(): string {
  return text('options_confidence_own', percent(Math.min(...thresholds)), percent(Math.max(...thresholds)))
}
