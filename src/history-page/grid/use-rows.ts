import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type Layout, layoutOf, type Rows, rowsAt, SPARE, scrolledTo } from './layout.ts'
import { useElementSize } from './use-element-size.ts'

/** What of a list is on screen. */
export interface RowsState {
  layout: Layout
  /** Those that are to be in the document. */
  rows: Rows
  /** How many elements there are for rows, used again and again: making new ones is what takes the time. */
  ring: number
  /** Rows that the screen has, 1 or more. */
  pageRows: number
  onScroll(): void
  /** Scrolls as far as it takes to have a cell on screen. */
  reveal(index: number): void
}

/** Follows which rows of a list are on screen. @param element what scrolls @param count cells */
export function useRows(element: RefObject<HTMLDivElement>, count: number): RowsState {
  const { width, height } = useElementSize(element)
  const layout = layoutOf(width, count)
  const { columns, pitch } = layout
  const [top, setTop] = useState(0)
  const measured = useRef(layout)

  // What is at the top stays there when the window changes its width.
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
    ring: Math.ceil(height / pitch) + 2 * SPARE + 2,
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
