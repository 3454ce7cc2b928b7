import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ListedTag } from '../../history/tag.ts'
import { useNow } from '../../ui/format/use-now.ts'
import { nextIndex } from './grid-navigation.ts'
import { TagPreview } from './tag-preview.tsx'
import { TagTile } from './tag-tile.tsx'

/** As the style lays them out. */
const COLUMNS = 4

interface TagGridProps {
  tags: ListedTag[]
  /** The keyboard comes to the first tag whenever this changes. */
  reached: number
  onDelete(id: string): void
  onFavourite(tag: ListedTag): void
}

/** Tags as a grid. For the keyboard it is one stop: arrows lead from tag to tag, Tab to what can be done with one. */
export function TagGrid({ tags, reached, onDelete, onFavourite }: TagGridProps) {
  const list = useRef<HTMLUListElement>(null)
  const [current, setCurrent] = useState(0)
  const [peeked, peek] = useState<string>()
  const now = useNow()
  const cursor = Math.min(current, Math.max(0, tags.length - 1))
  const focus = (index: number) => list.current?.querySelectorAll<HTMLElement>('.tile')[index]?.focus()

  // Before the next key.
  useLayoutEffect(() => {
    if (reached > 0) focus(0)
  }, [reached])

  const remove = (tag: ListedTag, index: number) => {
    // The keyboard stays in the list when the tag goes.
    const next = index + 1 < tags.length ? index + 1 : index - 1
    if (next >= 0) focus(next)
    else document.getElementById('history-title')?.focus()
    setCurrent(Math.min(index, Math.max(0, tags.length - 2)))
    peek(undefined)
    onDelete(tag.id)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('.tile')) return
    const tag = tags[cursor]
    if (event.key === 'Delete' && tag) return remove(tag, cursor)
    const isRtl = getComputedStyle(event.target).direction === 'rtl'
    const to = nextIndex(event.key, cursor, { count: tags.length, columns: COLUMNS, isRtl })
    if (to === undefined) return
    event.preventDefault()
    focus(to)
  }

  const shown = tags.find(({ id }) => id === peeked)
  return (
    <>
      <ul
        class="tags"
        ref={list}
        onKeyDown={onKeyDown}
        onPointerLeave={() => peek(undefined)}
        onFocusOut={() => peek(undefined)}
      >
        {tags.map((tag, index) => (
          <TagTile
            key={tag.id}
            tag={tag}
            now={now}
            isCurrent={index === cursor}
            isPeeked={tag.id === peeked}
            onReach={() => {
              setCurrent(index)
              peek(tag.id)
            }}
            onPoint={() => peek(tag.id)}
            onDelete={() => remove(tag, index)}
            onFavourite={() => onFavourite(tag)}
          />
        ))}
      </ul>
      {shown && <TagPreview tag={shown} now={now} />}
    </>
  )
}
