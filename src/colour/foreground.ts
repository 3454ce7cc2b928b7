import type { Lab } from './colour.ts'
import { GRID } from './sample.ts'

/** A wall, a floor or paper: so much of the picture's border has one colour. */
const PLAIN = 0.5
/** How far a plain background strays from its colour, as by a shadow. */
const REACH = 0.09
/** How far it changes from one sample to the next; more is the edge of something. */
const STEP = 0.03
/** What has its very colour but is cut off from it: the view through a pair of glasses, or white cloth before white. */
const CUT_OFF = { reach: 0.02, share: 0.2 }

/**
 * How much each sample of a picture counts as what is shown, 0..1. A plain background is 0: all that is reached from the
 * border without crossing an edge. Where the border has no colour that prevails, all is shown.
 * @param labs GRID × GRID samples, row by row
 */
export function foreground(labs: readonly (Lab | undefined)[]): number[] {
  const border = labs.flatMap((lab, i) => (lab && isBorder(i) ? [{ i, lab }] : []))
  const colour = prevailing(border.map(({ lab }) => lab))
  if (!colour) return labs.map(() => 1)
  const reached = new Set(border.filter(({ lab }) => distance(lab, colour) < REACH).map(({ i }) => i))
  // A Set that grows while it is walked is walked to its new end.
  for (const i of reached)
    for (const next of neighbours(i)) {
      const [from, to] = [labs[i], labs[next]]
      if (from && to && distance(from, to) < STEP && distance(to, colour) < REACH) reached.add(next)
    }
  return labs.map((lab, i) => {
    if (reached.has(i)) return 0
    return lab && distance(lab, colour) < CUT_OFF.reach ? CUT_OFF.share : 1
  })
}

/** The colour that at least half of some have, more or less. */
function prevailing(labs: Lab[]): Lab | undefined {
  // Where one colour has more than half, the median of each coordinate is its own or close to it.
  const median = ([0, 1, 2] as const).map(k => labs.map(lab => lab[k]).sort((a, b) => a - b)[labs.length >> 1]) as Lab
  return labs.filter(lab => distance(lab, median) < REACH / 2).length > PLAIN * labs.length ? median : undefined
}

function isBorder(i: number): boolean {
  const [x, y] = [i % GRID, Math.floor(i / GRID)]
  return Math.min(x, y) === 0 || Math.max(x, y) === GRID - 1
}

function neighbours(i: number): number[] {
  const x = i % GRID
  return [i - GRID, i + GRID, ...(x > 0 ? [i - 1] : []), ...(x < GRID - 1 ? [i + 1] : [])]
}

function distance(one: Lab, other: Lab): number {
  // Not Math.hypot, which is many times slower.
  return Math.sqrt((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2)
}
