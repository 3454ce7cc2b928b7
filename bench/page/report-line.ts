/** A measured figure against its bar. */
export interface Figure {
  what: string
  seen: string
  bar: string
  /** Left out where there is no bar. */
  isMet?: boolean
}

/** Prints figures as rows of a Markdown table. */
export function printFigures(figures: Figure[]): void {
  for (const { what, seen, bar, isMet } of figures)
    console.log(`| ${what} | ${seen} | ${bar} | ${isMet === undefined ? '' : isMet ? 'met' : '**missed**'} |`)
}
