import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Entry } from '../../history/search/entry.ts'
import { language } from '../../i18n/language.ts'
import { text } from '../../i18n/text.ts'
import { useNow } from '../../ui/format/use-now.ts'
import type { ChoiceState } from '../choose/use-choice.ts'
import { Cell, cellId } from './cell.tsx'
import { type GridActs, onClick, onKey } from './handlers.ts'
import type { Rows } from './layout.ts'
import type { Pictures } from './pictures.ts'
import { useRows } from './use-rows.ts'

interface GridProps extends GridActs {
  /** Of the element that scrolls and has the focus. */
  element: RefObject<HTMLDivElement>
  items: readonly Entry[]
  /** Each item's, 0..1, where they are what looks alike. */
  similarities: readonly number[] | undefined
  pictures: Pictures
  choice: ChoiceState
  /** Index of the item at which the keyboard is. */
  current: number
}

/**
 * Tags as a grid of which only what is on screen is in the document. The grid keeps the focus and names its active cell,
 * so that nothing is lost when that scrolls away. Arrows, Home, End and Page keys move; with Shift they select a range.
 * Space selects, Enter opens, F makes a favourite, Delete deletes.
 */
export function Grid({ element, items, similarities, pictures, choice, current, ...on }: GridProps) {
  const { layout, rows, ring, pageRows, onScroll, reveal } = useRows(element, items.length)
  const { columns, pitch } = layout
  const shown = items.slice(rows.first * columns, rows.end * columns)
  const now = useNow()
  const words = language()
  const state = { items, choice, current, layout, pageRows, reveal }

  useEffect(() => pictures.want(shown), [pictures, items, rows.first, rows.end, columns])

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
      onScroll={onScroll}
      onKeyDown={event => onKey(event, state, on)}
      onClick={event => onClick(event, state, on)}
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
function rowsToDraw({ first, end }: Rows, active: number, all: number): number[] {
  const rows = Array.from({ length: end - first }, (_, i) => first + i)
  return active < all && end > first && (active < first || active >= end) ? [...rows, active] : rows
}
