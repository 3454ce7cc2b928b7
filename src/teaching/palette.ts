import type { OwnKind } from '../learning/said.ts'

/** Colours for own kinds, each with a contrast of at least 4.5 to white, neighbours in the list far apart. */
export const palette = [
  '#a3195b',
  '#1f6f54',
  '#5b3fa8',
  '#9a4a00',
  '#0b6b9c',
  '#b3261e',
  '#4d6b12',
  '#7d3c98',
  '#6b5200',
  '#2f55c4',
  '#00696f',
  '#8a4b38',
] as const

/** The colour of a new kind: the first of those that the fewest others have. */
export function nextColour(others: readonly Pick<OwnKind, 'colour'>[]): string {
  const uses = (colour: string) => others.filter(other => other.colour === colour).length
  return palette.reduce((best, colour) => (uses(colour) < uses(best) ? colour : best))
}
