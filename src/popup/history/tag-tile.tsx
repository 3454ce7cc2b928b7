import type { ListedTag } from '../../history/tag.ts'
import { predictionOf } from '../../history/tag-prediction.ts'
import { text } from '../../i18n/text.ts'
import { CopyJson } from '../../ui/answer/copy-json.tsx'
import { labelName } from '../../ui/format/label-name.ts'
import { BinIcon, StarIcon } from '../../ui/icons/icons.tsx'
import { knownOwnKind } from '../../ui/teaching/known-own-kinds.ts'
import { describeTag } from './describe-tag.ts'
import { everything, historyUrl } from './search.ts'

interface TagTileProps {
  tag: ListedTag
  /** Milliseconds since 1970. */
  now: number
  /** Whether this is the tab stop of the grid. */
  isCurrent: boolean
  isPreviewed: boolean
  /** The keyboard focus has reached the tile. */
  onReach(): void
  /** The pointer has entered the tile. */
  onPoint(): void
  onDelete(): void
  onFavourite(): void
}

/** A tag's picture, which links to its page, and its buttons. */
export function TagTile({ tag, now, isCurrent, isPreviewed, ...on }: TagTileProps) {
  const { share, page, time } = describeTag(tag, now)
  const name = labelName(tag)
  const prediction = predictionOf(tag, knownOwnKind(tag.own))
  const isFavourite = tag.favouriteSince !== undefined
  const star = text(isFavourite ? 'favourite_remove' : 'favourite_add')
  const tabIndex = isCurrent ? 0 : -1
  // Pages choose the URL that the history stores, so only web addresses become links.
  const isOnWeb = /^https?:/.test(tag.pageUrl)
  return (
    <li data-peeked={isPreviewed} data-favourite={isFavourite} onFocusIn={on.onReach} onPointerEnter={on.onPoint}>
      <a
        class="tile"
        href={isOnWeb ? tag.pageUrl : historyUrl(everything, tag.id)}
        target="_blank"
        rel="noreferrer"
        tabIndex={tabIndex}
        aria-label={[name, share, ...(tag.byUser === 'told' ? [text('teach_told')] : []), page, time].join(', ')}
      >
        <img class="thumbnail" src={tag.picture} width="44" height="44" alt="" />
      </a>
      <button
        type="button"
        class="star"
        aria-label={star}
        title={star}
        aria-pressed={isFavourite}
        tabIndex={tabIndex}
        onClick={on.onFavourite}
      >
        <StarIcon />
      </button>
      {prediction && <CopyJson class="copy" isIcon prediction={prediction} tabIndex={tabIndex} />}
      <button
        type="button"
        class="bin"
        aria-label={text('history_delete', name)}
        title={text('delete')}
        tabIndex={tabIndex}
        onClick={on.onDelete}
      >
        <BinIcon />
      </button>
    </li>
  )
}
