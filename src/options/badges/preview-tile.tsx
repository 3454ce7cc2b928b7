import { className, percent } from '../../i18n/class-name.ts'
import { text } from '../../i18n/text.ts'
import type { Settings } from '../../settings/schema.ts'
import { BadgeOn } from './badge-on.tsx'
import type { Tile } from './use-preview.ts'

interface PreviewTileProps {
  tile: Tile
  isBadged: boolean
  settings: Settings
}

/** A picture as it would be on a page. */
export function PreviewTile({ tile: { url, prediction }, isBadged, settings }: PreviewTileProps) {
  const label = prediction.verdict === 'none' ? 'none' : prediction.garment
  const name = text(
    isBadged ? 'options_preview_badged' : 'options_preview_unbadged',
    className(label),
    percent(prediction.verdict === 'none' ? (prediction.probabilities.at(-1) ?? 0) : prediction.confidence),
  )
  return (
    <li data-badged={isBadged} title={name}>
      <img src={url} alt={name} />
      {isBadged && <BadgeOn prediction={prediction} looks={settings} />}
    </li>
  )
}
