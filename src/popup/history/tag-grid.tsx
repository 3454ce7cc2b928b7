import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ListedTag } from '../../history/tag.ts'
import { useNow } from '../../ui/format/use-now.ts'
import { nextIndex } from './grid-navigation.ts'
import { TagPreview } from './tag-preview.tsx'
import { TagTile } from './tag-tile.tsx'

/** Tags in the first frame: three rows, which fill what a popup shows without scrolling. */
const FIRST_COUNT = 12

interface TagGridProps {
  tags: ListedTag[]
  /** Each increase moves the keyboard focus to the first tag. */
  focusCount: number
  onDelete(id: string): void
  onFavourite(tag: ListedTag): void
}

/** A grid of tags with a single tab stop: arrow keys move between tags, and Tab reaches the current tag's buttons. */
export function TagGrid({ tags, focusCount, onDelete, onFavourite }: TagGridProps) {
  const list = useRef<HTMLUListElement>(null)
  const [current, setCurrent] = useState(0)
  const [previewedId, preview] = useState<string>()
  const now = useNow()
  const [areAllDrawn, setAllDrawn] = useState(false)
  // After the first frame, which would otherwise take twice as long.
  useEffect(() => setAllDrawn(true), [])
  const cursor = Math.min(current, Math.max(0, tags.length - 1))
  const focus = (index: number) => list.current?.querySelectorAll<HTMLElement>('.tile')[index]?.focus()

  // In a layout effect, so that the focus has moved before the next key event.
  useLayoutEffect(() => {
    if (focusCount > 0) focus(0)
  }, [focusCount])

  const remove = (tag: ListedTag, index: number) => {
    // Keep the keyboard focus in the list when its tag disappears.
    const next = index + 1 < tags.length ? index + 1 : index - 1
    if (next >= 0) focus(next)
    else document.getElementById('history-title')?.focus()
    setCurrent(Math.min(index, Math.max(0, tags.length - 2)))
    preview(undefined)
    onDelete(tag.id)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('.tile')) return
    const tag = tags[cursor]
    if (event.key === 'Delete' && tag) return remove(tag, cursor)
    const { direction, gridTemplateColumns } = getComputedStyle(event.currentTarget as Element)
    const columns = gridTemplateColumns.split(' ').length
    const to = nextIndex(event.key, cursor, { count: tags.length, columns, isRtl: direction === 'rtl' })
    if (to === undefined) return
    event.preventDefault()
    focus(to)
  }

  const previewed = tags.find(({ id }) => id === previewedId)
  return (
    <>
      <ul
        class="tags"
        ref={list}
        onKeyDown={onKeyDown}
        onPointerLeave={() => preview(undefined)}
        onFocusOut={() => preview(undefined)}
      >
        {tags.map((tag, index) =>
          index < FIRST_COUNT || areAllDrawn ? (
            <TagTile
              key={tag.id}
              tag={tag}
              now={now}
              isCurrent={index === cursor}
              isPreviewed={tag.id === previewedId}
              onReach={() => {
                setCurrent(index)
                preview(tag.id)
              }}
              onPoint={() => preview(tag.id)}
              onDelete={() => remove(tag, index)}
              onFavourite={() => onFavourite(tag)}
            />
          ) : (
            // Takes the tile's place, so that nothing moves.
            <li key={tag.id} />
          ),
        )}
      </ul>
      {previewed && <TagPreview tag={previewed} now={now} />}
    </>
  )
}
