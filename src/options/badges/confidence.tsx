import { useState } from 'preact/hooks'
import card from '../../../models/apparel/card.json'
import { isBadged } from '../../apparel/badge-choice.ts'
import { percent } from '../../i18n/class-name.ts'
import { text } from '../../i18n/text.ts'
import type { Settings } from '../../settings/schema.ts'
import { changeSettings } from '../../settings/storage.ts'
import { count } from '../../ui/count.ts'
import { PreviewTile } from './preview-tile.tsx'
import type { Preview } from './use-preview.ts'

/** Percent. Below the least threshold of any class all is as the network has it: that is what the slider's start stands for. */
const thresholds = Object.values(card.calibration.thresholds)
const START = Math.floor(Math.min(...thresholds) * 100)
const END = 99

/** The slider, and which pictures would get a badge where it stands. */
export function Confidence({ settings, preview }: { settings: Settings; preview: Preview }) {
  // Where it is dragged to; what is let go of is stored.
  const [dragged, drag] = useState<number>()
  const confidence = dragged ?? settings.confidence
  const badged = preview?.tiles.filter(({ prediction }) => isBadged(prediction, { ...settings, confidence })) ?? []
  const words = confidence === 0 ? ownWords() : text('options_confidence_least', percent(confidence))

  return (
    <div class="confidence">
      <label for="confidence">{text('options_confidence')}</label>
      <input
        id="confidence"
        type="range"
        min={START}
        max={END}
        value={Math.max(START, Math.round(confidence * 100))}
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
  return value <= START ? 0 : value / 100
}

function ownWords(): string {
  return text('options_confidence_own', percent(Math.min(...thresholds)), percent(Math.max(...thresholds)))
}
