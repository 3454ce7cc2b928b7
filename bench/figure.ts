/** A measured figure against its bar. */
export interface Figure {
  what: string
  seen: string
  bar: string
  /** Left out where there is no bar. */
  isMet?: boolean
}

/** A figure as a row of a Markdown table. */
export function rowOf({ what, seen, bar, isMet }: Figure): string {
  return `| ${what} | ${seen} | ${bar} | ${isMet === undefined ? '' : isMet ? 'met' : '**missed**'} |`
}
