/** What a key needs to know of the grid. */
export interface Place {
  columns: number
  count: number
  /** Rows that a page of the screen has, 1 or more. */
  pageRows: number
  isRightToLeft: boolean
}

/**
 * Where a key moves the cursor, as in any grid of cells; undefined where it is none that moves it.
 * @param isWhole Ctrl or ⌘ is held: Home and End go through all rows
 */
export function keyTarget(index: number, key: string, isWhole: boolean, place: Place): number | undefined {
  const { columns, count, pageRows, isRightToLeft } = place
  const row = index - (index % columns)
  const onwards = isRightToLeft ? 'ArrowLeft' : 'ArrowRight'
  const back = isRightToLeft ? 'ArrowRight' : 'ArrowLeft'
  const within = (to: number) => Math.min(count - 1, Math.max(0, to))
  /** Down to the last row, even where it has no cell below this one; and never aside at an edge. */
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
