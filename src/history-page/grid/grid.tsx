import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Entry } from '../../history/search/entry.ts'
import { language } from '../../i18n/language.ts'
import { text } from '../../i18n/text.ts'
import { useNow } from '../../ui/format/use-now.ts'
import type { SelectionState } from '../selection/use-selection.ts'
import { Cell, cellId } from './cell.tsx'
import { type GridActions, onClick, onKey } from './handlers.ts'
import type { Rows } from './layout.ts'
import type { PictureCache } from './picture-cache.ts'
import { useRows } from './use-rows.ts'

interface GridProps extends GridActions {
  /** The element that scrolls and has the focus. */
  element: RefObject<HTMLDivElement>
  items: readonly Entry[]
  /** The similarity of each item, 0..1, in a similarity search. */
  similarities: readonly number[] | undefined
  pictures: PictureCache
  selection: SelectionState
  /** Index of the item with the keyboard cursor. */
  current: number
}

/**
 * A virtual grid of tags: only the rows near the screen are in the document. The grid itself keeps the focus and names its
 * active cell, so that the focus survives when that cell scrolls away. Arrows, Home, End and the Page keys move the cursor;
 * with Shift they select a range. Space selects, Enter opens, F toggles the favourite mark, Delete deletes.
 */
export function Grid({ element, items, similarities, pictures, selection, current, ...on }: GridProps) {
  const { layout, rows, rowElementCount, pageRows, onScroll, reveal } = useRows(element, items.length)
  const { columns, pitch } = layout
  const visible = items.slice(rows.first * columns, rows.end * columns)
  const now = useNow()
  const pageLanguage = language()
  const state = { items, selection, current, layout, pageRows, reveal }

  useEffect(() => pictures.setVisible(visible), [pictures, items, rows.first, rows.end, columns])

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table lays out its rows itself, and needs all of them.
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
            key={row >= rows.first && row < rows.end ? row % rowElementCount : 'active'}
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
                  tag={pictures.get(entry.id)}
                  index={index}
                  columns={columns}
                  isSelected={selection.has(entry.id)}
                  isCurrent={index === current}
                  similarity={similarities?.[index]}
                  now={now}
                  language={pageLanguage}
                />
              )
            })}
          </div>
        ))}
      </div>
    </div>
  )
}

/** The rows near the screen, and the row of the active cell, which must exist for `aria-activedescendant`. */
function rowsToDraw({ first, end }: Rows, active: number, all: number): number[] {
  const rows = Array.from({ length: end - first }, (_, i) => first + i)
  return active < all && end > first && (active < first || active >= end) ? [...rows, active] : rows
}
