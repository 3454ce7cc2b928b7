import type { Entry } from '../../history/search/entry.ts'
import type { ListedTag } from '../../history/tag.ts'
import { percent } from '../../i18n/percent.ts'
import { text } from '../../i18n/text.ts'
import { labelName } from '../../ui/format/label-name.ts'
import { relativeTime } from '../../ui/format/relative-time.ts'
import { CheckIcon, StarIcon } from '../../ui/icons/icons.tsx'
import { KindDot } from '../../ui/teaching/kind-dot.tsx'

interface CellProps {
  entry: Entry
  /** Undefined while it is being read. */
  tag: ListedTag | undefined
  index: number
  columns: number
  isSelected: boolean
  /** Whether the keyboard cursor is here. */
  isCurrent: boolean
  /** 0..1, in a similarity search. */
  similarity: number | undefined
  /** Milliseconds since 1970. */
  now: number
  /** A BCP 47 tag. */
  language: string
}

/** A tag in the grid. The grid handles clicks: `data-index` identifies the cell, and `data-act` the button on it. */
export function Cell({ entry, tag, index, columns, isSelected, isCurrent, similarity, now, language }: CellProps) {
  const when = relativeTime(entry.seenAt, now, language)
  const title = tag?.pageTitle.trim() || tag?.pageUrl
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table would lay out its cells itself
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell
    <div
      role="gridcell"
      class="cell"
      id={cellId(entry.id)}
      aria-colindex={(index % columns) + 1}
      aria-selected={isSelected}
      data-current={isCurrent}
      data-index={index}
    >
      <div class="picture">
        {tag && <img key={entry.id} src={tag.picture} alt="" draggable={false} />}
        <span class="tick" data-act="choose" aria-hidden="true">
          <CheckIcon size={14} stroke={2.5} />
        </span>
        <span class="star" data-act="favour" data-is={entry.isFavourite} aria-hidden="true">
          <StarIcon />
        </span>
      </div>
      <p class="what">
        <KindDot kind={entry.kind} />
        <strong>{labelName(entry)}</strong>{' '}
        <span class="share">{similarity === undefined ? percent(entry.confidence) : similarityText(similarity)}</span>
        {entry.isFavourite && <span class="unseen"> {text('favourite')}</span>}
        {entry.isTold && (
          <span class="told" title={text('teach_told')}>
            <CheckIcon size={12} />
            <span class="unseen">{text('teach_told')}</span>
          </span>
        )}
      </p>
      <p class="title" dir="auto">
        {title}
      </p>
      <p class="where">
        <span dir="auto">{entry.site}</span> <time>{when}</time>
      </p>
    </div>
  )
}

/** Id of the element that shows a tag. */
export function cellId(id: string): string {
  return `cell-${id}`
}

function similarityText(similarity: number): string {
  return text('similar_share', percent(similarity))
}
