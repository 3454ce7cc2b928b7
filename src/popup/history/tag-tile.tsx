import type { Prediction } from '../../apparel/prediction.ts'
import type { ListedTag } from '../../history/tag.ts'
import { className } from '../../i18n/class-name.ts'
import { text } from '../../i18n/text.ts'
import { CopyJson } from '../../ui/answer/copy-json.tsx'
import { BinIcon, StarIcon } from '../../ui/icons/icons.tsx'
import { describeTag } from './describe-tag.ts'
import { everything, historyUrl } from './search.ts'

interface TagTileProps {
  tag: ListedTag
  /** Milliseconds since 1970. */
  now: number
  /** The one of all tags that Tab reaches. */
  isCurrent: boolean
  isPeeked: boolean
  /** The keyboard has come to it. */
  onReach(): void
  /** The pointer has come to it. */
  onPoint(): void
  onDelete(): void
  onFavourite(): void
}

/** A tag's picture, which leads to its page, and what can be done with it. */
export function TagTile({ tag, now, isCurrent, isPeeked, ...on }: TagTileProps) {
  const { share, page, time } = describeTag(tag, now)
  const garment = className(tag.garment)
  const isFavourite = tag.favouriteSince !== undefined
  const star = text(isFavourite ? 'favourite_remove' : 'favourite_add')
  const tabIndex = isCurrent ? 0 : -1
  // Only what a tab may open on a click: pages write their own address into the history.
  const isOnWeb = /^https?:/.test(tag.pageUrl)
  return (
    <li data-peeked={isPeeked} data-favourite={isFavourite} onFocusIn={on.onReach} onPointerEnter={on.onPoint}>
      <a
        class="tile"
        href={isOnWeb ? tag.pageUrl : historyUrl(everything, tag.id)}
        target="_blank"
        rel="noreferrer"
        tabIndex={tabIndex}
        aria-label={[garment, share, page, time].join(', ')}
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
      <CopyJson class="copy" isIcon prediction={predictionOf(tag)} tabIndex={tabIndex} />
      <button
        type="button"
        class="bin"
        aria-label={text('history_delete', garment)}
        title={text('delete')}
        tabIndex={tabIndex}
        onClick={on.onDelete}
      >
        <BinIcon />
      </button>
    </li>
  )
}

/** Only what is sure enough for a badge is kept. */
function predictionOf({ garment, confidence, probabilities }: ListedTag): Prediction {
  return { verdict: 'garment', garment, confidence, probabilities }
}
