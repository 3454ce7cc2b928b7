import { useEffect, useMemo, useState } from 'preact/hooks'
import { shownKind } from '../../history/labels.ts'
import type { Entry } from '../../history/search/entry.ts'
import type { TagMetadata } from '../../history/tag.ts'
import { className } from '../../i18n/class-name.ts'
import { text } from '../../i18n/text.ts'
import { isGarment, type OutfitPart, partOf } from '../../outfits/outfit-part.ts'
import { type Suggestion, suggestOutfit } from '../../outfits/suggest-outfit.ts'
import { labelName, shownKindName } from '../../ui/format/label-name.ts'
import { usePictures } from '../data/use-pictures.ts'

interface OutfitProps {
  metadata: TagMetadata
  tags(): readonly Entry[]
  onOpen(id: string): void
}

/** For each part of the outfit. */
const MAX_SUGGESTIONS = 3

/** Suggests tags of the history that go with a tag, and says why. */
export function Outfit({ metadata, tags, onOpen }: OutfitProps) {
  const [isRequested, request] = useState(false)
  const pictures = usePictures()
  const outfit = useMemo(() => {
    if (!isRequested) return undefined
    const { id, garment, colours = [], seenAt } = metadata
    const piece = { id, garment, kind: shownKind(metadata), colours, seenAt, isFavourite: false }
    return [...suggestOutfit(piece, tags(), MAX_SUGGESTIONS)]
  }, [isRequested, metadata.id])
  useEffect(() => {
    if (outfit) pictures.setVisible(outfit.flatMap(([, suggestions]) => suggestions.map(({ piece }) => piece)))
  }, [outfit])

  // A face or a sofa is no part of an outfit.
  if (!partOf(metadata.garment, metadata.kind)) return null
  return (
    <section class="outfit" aria-labelledby="outfit-title">
      <h3 id="outfit-title">{text('outfit')}</h3>
      {!outfit && (
        <>
          <p class="soft">{text('outfit_hint')}</p>
          <button type="button" class="choose" onClick={() => request(true)}>
            {text('outfit_find')}
          </button>
        </>
      )}
      <div role="status">{outfit?.length === 0 && <p class="soft">{text('outfit_nothing')}</p>}</div>
      {outfit?.map(([part, suggestions]) => (
        <div key={part}>
          <h4>{partName(part)}</h4>
          <ul>
            {suggestions.map(suggestion => (
              <li key={suggestion.piece.id}>
                <button type="button" onClick={() => onOpen(suggestion.piece.id)}>
                  <img
                    src={pictures.get(suggestion.piece.id)?.picture}
                    alt={labelName(suggestion.piece)}
                    width="56"
                    height="56"
                  />
                  <span class="reason">
                    {labelName(suggestion.piece) !== partName(part) && (
                      <strong aria-hidden="true">{labelName(suggestion.piece)}</strong>
                    )}
                    {reasonsOf(suggestion).map(reason => (
                      <span key={reason}>{reason}</span>
                    ))}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function partName(part: OutfitPart): string {
  return isGarment(part) ? className(part) : shownKindName(part)
}

function reasonsOf({ harmony: { reason, colours }, fit: { occasion } }: Suggestion<Entry>): string[] {
  const ofColours = text(`outfit_${reason}`, ...colours.map(colour => text(`colour_${colour}`)))
  return occasion ? [ofColours, text(`outfit_for_${occasion}`)] : [ofColours]
}
