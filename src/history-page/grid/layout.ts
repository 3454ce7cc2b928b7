/** Pixels. */
const LEAST_WIDTH = 148
const GAP = 12
const ROW_GAP = 20
/** Of the words under a picture. */
const WORDS = 62
/** Rows beside those on screen, so that fast scrolling shows no empty place. */
export const SPARE = 3

/** Where the cells of a list are. Pixels. */
export interface Layout {
  columns: number
  rows: number
  /** From the top of one row to the top of the next. */
  pitch: number
  /** Of a row. */
  rowHeight: number
  /** Of all rows. */
  height: number
}

/** @param width of the place for cells, pixels @param count cells */
export function layoutOf(width: number, count: number): Layout {
  const columns = Math.max(2, Math.floor((width + GAP) / (LEAST_WIDTH + GAP)))
  const side = Math.max(1, (width - GAP * (columns - 1)) / columns)
  const rowHeight = Math.round(side) + WORDS
  const pitch = rowHeight + ROW_GAP
  const rows = Math.ceil(count / columns)
  return { columns, rows, pitch, rowHeight, height: Math.max(0, rows * pitch - ROW_GAP) }
}

/** Rows from `first` up to `end`. */
export interface Rows {
  first: number
  end: number
}

/** The rows that are to be there while a place of the list is on screen. @param height of the screen, pixels */
export function rowsAt({ rows, pitch }: Layout, scrollTop: number, height: number): Rows {
  const end = Math.min(rows, Math.ceil((scrollTop + height) / pitch) + SPARE)
  return { first: Math.max(0, Math.min(end, Math.floor(scrollTop / pitch) - SPARE)), end }
}

/** Where to scroll so that a cell is on screen whole; `scrollTop` itself where it is. */
export function scrolledTo(layout: Layout, index: number, scrollTop: number, height: number): number {
  const top = Math.floor(index / layout.columns) * layout.pitch
  if (top < scrollTop) return top
  return Math.max(scrollTop, top + layout.pitch - height)
}
