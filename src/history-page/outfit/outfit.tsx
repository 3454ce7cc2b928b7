import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Entry } from '../../history/search/entry.ts'
import type { TagMetadata } from '../../history/tag.ts'
import { className } from '../../i18n/class-name.ts'
import { text } from '../../i18n/text.ts'
import type { Harmony } from '../../outfits/harmony.ts'
import { suggestOutfit } from '../../outfits/suggest-outfit.ts'
import { usePictures } from '../data/use-pictures.ts'

interface OutfitProps {
  metadata: TagMetadata
  tags(): readonly Entry[]
  onOpen(id: string): void
}

/** For each class. */
const MAX_SUGGESTIONS = 3

/** Suggests tags of the history that go with a tag, and says why. */
export function Outfit({ metadata, tags, onOpen }: OutfitProps) {
  const [isWanted, want] = useState(false)
  const pictures = usePictures()
  const outfit = useMemo(() => {
    if (!isWanted) return undefined
    const { id, garment, colours = [], seenAt } = metadata
    return [...suggestOutfit({ id, garment, colours, seenAt, isFavourite: false }, tags(), MAX_SUGGESTIONS)]
  }, [isWanted, metadata.id])
  useEffect(() => {
    if (outfit) pictures.setVisible(outfit.flatMap(([, suggestions]) => suggestions.map(({ piece }) => piece)))
  }, [outfit])

  return (
    <section class="outfit" aria-labelledby="outfit-title">
      <h3 id="outfit-title">{text('outfit')}</h3>
      {!outfit && (
        <>
          <p class="soft">{text('outfit_hint')}</p>
          <button type="button" class="choose" onClick={() => want(true)}>
            {text('outfit_find')}
          </button>
        </>
      )}
      <div role="status">{outfit?.length === 0 && <p class="soft">{text('outfit_nothing')}</p>}</div>
      {outfit?.map(([garment, suggestions]) => (
        <div key={garment}>
          <h4>{className(garment)}</h4>
          <ul>
            {suggestions.map(({ piece, harmony }) => (
              <li key={piece.id}>
                <button type="button" onClick={() => onOpen(piece.id)}>
                  <img src={pictures.get(piece.id)?.picture} alt={className(garment)} width="56" height="56" />
                  <span class="reason">{reasonOf(harmony)}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function reasonOf({ reason, colours }: Harmony): string {
  return text(`outfit_${reason}`, ...colours.map(colour => text(`colour_${colour}`)))
}
