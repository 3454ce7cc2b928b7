import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Entry } from '../../history/search/entry.ts'
import { language } from '../../platform/language.ts'
import { text } from '../../platform/text.ts'
import { useNow } from '../../ui/use-now.ts'
import type { ChoiceState } from '../choose/use-choice.ts'
import { Cell, cellId } from './cell.tsx'
import { layoutOf, rowsAt, SPARE, scrolledTo } from './layout.ts'
import { moved } from './move.ts'
import type { Pictures } from './pictures.ts'
import { useSize } from './use-size.ts'

interface GridProps {
  /** Of the element that scrolls and has the focus. */
  element: RefObject<HTMLDivElement>
  items: readonly Entry[]
  /** Each item's, 0..1, where they are what looks alike. */
  similarities: readonly number[] | undefined
  pictures: Pictures
  choice: ChoiceState
  /** Index of the item at which the keyboard is. */
  current: number
  onCurrent(index: number): void
  onOpen(id: string): void
  onFavour(ids: string[], isFavourite: boolean): void
  onDelete(ids: string[]): void
}

/**
 * Tags as a grid of which only what is on screen is in the document. The grid keeps the focus and names its active cell,
 * so that nothing is lost when that scrolls away. Arrows, Home, End and Page keys move; with Shift they select a range.
 * Space selects, Enter opens, F makes a favourite, Delete deletes.
 */
export function Grid({ element, items, similarities, pictures, choice, current, ...on }: GridProps) {
  const { width, height } = useSize(element)
  const layout = layoutOf(width, items.length)
  const { columns, pitch } = layout
  const [top, setTop] = useState(0)
  const rows = width > 0 ? rowsAt(layout, top, height + pitch) : { first: 0, end: 0 }
  const shown = items.slice(rows.first * columns, rows.end * columns)
  // Elements are used again for other rows and tags, since making new ones is what takes the time.
  const ring = Math.ceil(height / pitch) + 2 * SPARE + 2
  const now = useNow()
  const words = language()
  const measured = useRef(layout)

  useEffect(() => pictures.want(shown), [pictures, items, rows.first, rows.end, columns])

  // What is at the top stays there when the window changes its width.
  useLayoutEffect(() => {
    const before = measured.current
    measured.current = layout
    if (!element.current || before.columns === columns || before.rows === 0) return
    const first = Math.round(element.current.scrollTop / before.pitch) * before.columns
    element.current.scrollTop = Math.floor(first / columns) * pitch
  }, [columns])

  const go = (index: number) => {
    on.onCurrent(index)
    if (!element.current) return
    element.current.scrollTop = scrolledTo(layout, index, element.current.scrollTop, height)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const item = items[current]
    if (!item || event.altKey) return
    const isWhole = event.ctrlKey || event.metaKey
    const isRightToLeft = document.documentElement.dir === 'rtl'
    const place = { columns, count: items.length, pageRows: Math.max(1, Math.floor(height / pitch)), isRightToLeft }
    const to = moved(current, event.key, isWhole, place)
    if (to !== undefined) {
      if (event.shiftKey) choice.extend(current, to)
      else if (!isWhole) choice.anchor(to)
      go(to)
    } else if (event.key === 'Enter') on.onOpen(item.id)
    else if (event.key === ' ') {
      if (event.shiftKey) choice.extend(current, current)
      else choice.toggle(item.id)
    } else if (event.key === 'Delete') on.onDelete(choice.isAny ? choice.ids() : [item.id])
    else if (event.key === 'a' && isWhole) choice.all()
    else if (event.key === 'f' && !isWhole) on.onFavour(choice.isAny ? choice.ids() : [item.id], !item.isFavourite)
    else if (event.key === 'Escape' && choice.isAny) choice.clear()
    else return
    event.preventDefault()
  }

  const onClick = (event: MouseEvent) => {
    const target = event.target as Element
    const index = Number(target.closest<HTMLElement>('[data-index]')?.dataset.index ?? Number.NaN)
    const item = items[index]
    if (!item) return
    on.onCurrent(index)
    const act = target.closest<HTMLElement>('[data-act]')?.dataset.act
    if (act === 'favour') on.onFavour([item.id], !item.isFavourite)
    else if (event.shiftKey) choice.extend(current, index)
    else if (act === 'choose' || event.ctrlKey || event.metaKey || choice.isAny) choice.toggle(item.id)
    else on.onOpen(item.id)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table lays out its rows itself, and all of them.
    <div
      ref={element}
      class="grid"
      role="grid"
      tabIndex={0}
      aria-label={text('history_title')}
      aria-multiselectable="true"
      aria-rowcount={layout.rows}
      aria-colcount={columns}
      aria-activedescendant={items[current] && cellId(items[current].id)}
      onScroll={event => setTop(Math.floor(event.currentTarget.scrollTop / pitch) * pitch)}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div role="presentation" class="sheet" style={{ height: layout.height }}>
        {rowsToDraw(rows, Math.floor(current / columns), layout.rows).map(row => (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
          <div
            key={row >= rows.first && row < rows.end ? row % ring : 'active'}
            role="row"
            class="row"
            aria-rowindex={row + 1}
            style={{
              transform: `translateY(${row * pitch}px)`,
              height: layout.rowHeight,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            }}
          >
            {items.slice(row * columns, (row + 1) * columns).map((entry, i) => {
              const index = row * columns + i
              return (
                <Cell
                  key={i}
                  entry={entry}
                  shown={pictures.get(entry.id)}
                  index={index}
                  columns={columns}
                  isChosen={choice.has(entry.id)}
                  isCurrent={index === current}
                  similarity={similarities?.[index]}
                  now={now}
                  language={words}
                />
              )
            })}
          </div>
        ))}
      </div>
    </div>
  )
}

/** The rows on screen, and that of the active cell: what is named must be there. */
function rowsToDraw({ first, end }: { first: number; end: number }, active: number, all: number): number[] {
  const rows = Array.from({ length: end - first }, (_, i) => first + i)
  return active < all && end > first && (active < first || active >= end) ? [...rows, active] : rows
}
