const MIN_CELL_WIDTH_PX = 148
const COLUMN_GAP_PX = 12
const ROW_GAP_PX = 20
/** The text under each picture. */
const CAPTION_HEIGHT_PX = 62
/** Rows drawn above and below the screen, so that fast scrolling shows no gaps. */
export const OVERSCAN_ROWS = 3

/** Where the cells of a list are. All lengths are in pixels. */
export interface Layout {
  columns: number
  rows: number
  /** Distance between the tops of adjacent rows. */
  pitch: number
  /** Height of a row without the gap. */
  rowHeight: number
  /** Height of all rows. */
  height: number
}

/** @param width of the area for cells, in pixels @param count number of cells */
export function layoutOf(width: number, count: number): Layout {
  const columns = Math.max(2, Math.floor((width + COLUMN_GAP_PX) / (MIN_CELL_WIDTH_PX + COLUMN_GAP_PX)))
  const side = Math.max(1, (width - COLUMN_GAP_PX * (columns - 1)) / columns)
  const rowHeight = Math.round(side) + CAPTION_HEIGHT_PX
  const pitch = rowHeight + ROW_GAP_PX
  const rows = Math.ceil(count / columns)
  return { columns, rows, pitch, rowHeight, height: Math.max(0, rows * pitch - ROW_GAP_PX) }
}

/** Rows from `first` up to but not including `end`. */
export interface Rows {
  first: number
  end: number
}

/** The rows that must exist at a scroll position. @param height of the viewport, in pixels */
export function rowsAt({ rows, pitch }: Layout, scrollTop: number, height: number): Rows {
  const end = Math.min(rows, Math.ceil((scrollTop + height) / pitch) + OVERSCAN_ROWS)
  return { first: Math.max(0, Math.min(end, Math.floor(scrollTop / pitch) - OVERSCAN_ROWS)), end }
}

/** The scroll position that shows a cell in full; `scrollTop` itself if it is already in view. */
export function scrolledTo(layout: Layout, index: number, scrollTop: number, height: number): number {
  const top = Math.floor(index / layout.columns) * layout.pitch
  if (top < scrollTop) return top
  return Math.max(scrollTop, top + layout.pitch - height)
}
