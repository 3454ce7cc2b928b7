/** A measured figure and its target, the bar. */
export interface Figure {
  what: string
  seen: string
  bar: string
  /** Omitted if there is no bar. */
  isMet?: boolean
}

/** A figure as a row of a Markdown table. */
export function rowOf({ what, seen, bar, isMet }: Figure): string {
  return `| ${what} | ${seen} | ${bar} | ${isMet === undefined ? '' : isMet ? 'met' : '**missed**'} |`
}

/** The same figure, shown for information only. */
export function withoutBar({ what, seen }: Figure): Figure {
  return { what, seen, bar: '–' }
}
