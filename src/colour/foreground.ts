import type { Lab } from './colour.ts'
import { GRID_SIDE, SAMPLE_COUNT } from './sample-picture.ts'

/** A wall, a floor or paper: so much of the picture's border has one colour. */
const PLAIN = 0.5
/** How far a plain background strays from its colour, as by a shadow. */
const REACH = 0.09
/** How far it changes from one sample to the next; more is the edge of something. */
const STEP = 0.03
/** What has its very colour but is cut off from it: the view through a pair of glasses, or white cloth before white. */
const CUT_OFF = { reach: 0.02, share: 0.2 }

const border = Array.from({ length: SAMPLE_COUNT }, (_, i) => i).filter(isBorder)

/**
 * How much each sample of a picture counts as what is shown, 0..1. A plain background is 0: all that is reached from the
 * border without crossing an edge. Where the border has no colour that prevails, all is shown.
 * @param labs [SAMPLE_COUNT, 3] as `sample` gives them
 */
export function foreground(labs: Float64Array): Float64Array {
  const shown = new Float64Array(SAMPLE_COUNT).fill(1)
  const colour = prevailing(labs)
  if (!colour) return shown
  const toColour = shown.map((_, i) => distance(labs, i, colour))
  toColour.forEach((distance, i) => {
    if (distance < CUT_OFF.reach) shown[i] = CUT_OFF.share
  })

  const reached = border.filter(i => (toColour[i] ?? 0) < REACH)
  for (const i of reached) shown[i] = 0
  // An array that grows while it is walked is walked to its new end.
  for (const i of reached) {
    const from: Lab = [labs[i * 3] ?? 0, labs[i * 3 + 1] ?? 0, labs[i * 3 + 2] ?? 0]
    const x = i % GRID_SIDE
    if (i >= GRID_SIDE) reach(i - GRID_SIDE, from)
    if (i < SAMPLE_COUNT - GRID_SIDE) reach(i + GRID_SIDE, from)
    if (x > 0) reach(i - 1, from)
    if (x < GRID_SIDE - 1) reach(i + 1, from)
  }
  return shown

  function reach(i: number, from: Lab): void {
    if (shown[i] === 0 || !((toColour[i] ?? 0) < REACH) || !(distance(labs, i, from) < STEP)) return
    shown[i] = 0
    reached.push(i)
  }
}

/** The colour that at least half of the border has, more or less. */
function prevailing(labs: Float64Array): Lab | undefined {
  const opaque = border.filter(i => !Number.isNaN(labs[i * 3]))
  // Where one colour has more than half, the median of each coordinate is its own or close to it.
  const median = (k: number) => Float64Array.from(opaque, i => labs[i * 3 + k] ?? 0).sort()[opaque.length >> 1] ?? 0
  const colour: Lab = [median(0), median(1), median(2)]
  const like = opaque.filter(i => distance(labs, i, colour) < REACH / 2)
  return like.length > PLAIN * opaque.length ? colour : undefined
}

function isBorder(i: number): boolean {
  const [x, y] = [i % GRID_SIDE, Math.floor(i / GRID_SIDE)]
  return Math.min(x, y) === 0 || Math.max(x, y) === GRID_SIDE - 1
}

/** NaN of what is transparent. */
function distance(labs: Float64Array, i: number, [lightness, a, b]: Lab): number {
  // Not Math.hypot, which is many times slower.
  return Math.sqrt(
    ((labs[i * 3] ?? 0) - lightness) ** 2 + ((labs[i * 3 + 1] ?? 0) - a) ** 2 + ((labs[i * 3 + 2] ?? 0) - b) ** 2,
  )
}
