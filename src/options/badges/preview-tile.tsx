import { badgeConfidence } from '../../apparel/badge-choice.ts'
import { shownName } from '../../i18n/answer-words.ts'
import { percent } from '../../i18n/percent.ts'
import { text } from '../../i18n/text.ts'
import type { Settings } from '../../settings/schema.ts'
import { SampleBadge } from './sample-badge.tsx'
import type { Tile } from './use-preview.ts'

interface PreviewTileProps {
  tile: Tile
  isBadged: boolean
  settings: Settings
}

/** A picture as it would look on a page, with or without a badge. */
export function PreviewTile({ tile: { url, prediction }, isBadged, settings }: PreviewTileProps) {
  // Without a kind there is only how sure the network is that it is none of the ten.
  const isNone = prediction.verdict === 'none' && !prediction.kind
  const name = text(
    isBadged ? 'options_preview_badged' : 'options_preview_unbadged',
    shownName(prediction),
    percent(isNone ? (prediction.probabilities.at(-1) ?? 0) : badgeConfidence(prediction)),
  )
  return (
    <li data-badged={isBadged} title={name}>
      <img src={url} alt={name} />
      {isBadged && <SampleBadge prediction={prediction} looks={settings} />}
    </li>
  )
}
