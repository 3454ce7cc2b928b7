/** The shape of the grid, as far as keys need it. */
export interface GridShape {
  columns: number
  count: number
  /** Rows per screen, 1 or more. */
  pageRows: number
  isRightToLeft: boolean
}

/**
 * The index to which a key moves the cursor, following the ARIA grid pattern; undefined if the key does not move it.
 * @param isWhole whether Ctrl or ⌘ is held, which makes Home and End go to the first and last item
 */
export function keyTarget(index: number, key: string, isWhole: boolean, shape: GridShape): number | undefined {
  const { columns, count, pageRows, isRightToLeft } = shape
  const row = index - (index % columns)
  const onwards = isRightToLeft ? 'ArrowLeft' : 'ArrowRight'
  const back = isRightToLeft ? 'ArrowRight' : 'ArrowLeft'
  const within = (to: number) => Math.min(count - 1, Math.max(0, to))
  /** Moves vertically. Reaches the last row even if it has no cell in this column, and never moves sideways at an edge. */
  const down = (rows: number) => {
    const last = Math.floor((count - 1) / columns)
    const to = Math.min(last, Math.max(0, Math.floor(index / columns) + rows))
    return within(to * columns + (index % columns))
  }
  switch (key) {
    case onwards:
      return within(index + 1)
    case back:
      return within(index - 1)
    case 'ArrowDown':
      return down(1)
    case 'ArrowUp':
      return down(-1)
    case 'PageDown':
      return down(pageRows)
    case 'PageUp':
      return down(-pageRows)
    case 'Home':
      return isWhole ? 0 : row
    case 'End':
      return isWhole ? within(count - 1) : within(row + columns - 1)
    default:
      return undefined
  }
}
