import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type Layout, layoutOf, OVERSCAN_ROWS, type Rows, rowsAt, scrolledTo } from './layout.ts'
import { useElementSize } from './use-element-size.ts'

/** Which part of a list is on screen. */
export interface RowsState {
  layout: Layout
  /** The rows that must be in the document. */
  rows: Rows
  /** Number of row elements. They are reused, because creating elements is what takes time. */
  rowElementCount: number
  /** Rows per screen, 1 or more. */
  pageRows: number
  onScroll(): void
  /** Scrolls just far enough to show a cell. */
  reveal(index: number): void
}

/** Follows which rows of a list are on screen. @param element the one that scrolls @param count number of cells */
export function useRows(element: RefObject<HTMLDivElement>, count: number): RowsState {
  const { width, height } = useElementSize(element)
  const layout = layoutOf(width, count)
  const { columns, pitch } = layout
  const [top, setTop] = useState(0)
  const measured = useRef(layout)

  // Keeps the topmost row in place when the width of the window changes.
  useLayoutEffect(() => {
    const before = measured.current
    measured.current = layout
    if (!element.current || before.columns === columns || before.rows === 0) return
    const first = Math.round(element.current.scrollTop / before.pitch) * before.columns
    element.current.scrollTop = Math.floor(first / columns) * pitch
  }, [columns])

  return {
    layout,
    rows: width > 0 ? rowsAt(layout, top, height + pitch) : { first: 0, end: 0 },
    rowElementCount: Math.ceil(height / pitch) + 2 * OVERSCAN_ROWS + 2,
    pageRows: Math.max(1, Math.floor(height / pitch)),
    onScroll() {
      if (element.current) setTop(Math.floor(element.current.scrollTop / pitch) * pitch)
    },
    reveal(index) {
      if (!element.current) return
      element.current.scrollTop = scrolledTo(layout, index, element.current.scrollTop, height)
    },
  }
}
