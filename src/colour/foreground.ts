import type { Lab } from './colour.ts'
import { GRID_SIDE, SAMPLE_COUNT } from './sample-picture.ts'

/** A background is plain, for example a wall, a floor or paper, if this share of the picture's border has one colour. */
const PLAIN_BORDER_SHARE = 0.5
/** How much a plain background varies overall in OKLab distance, for example because of a shadow. */
const BACKGROUND_DISTANCE = 0.09
/** How much it varies between neighbouring samples. A larger step is the edge of an object. */
const EDGE_DISTANCE = 0.03
/** Samples of the background's colour that are not connected to it: the view through glasses, or white cloth on white. */
const DISCONNECTED = { distance: 0.02, share: 0.2 }

const border = Array.from({ length: SAMPLE_COUNT }, (_, i) => i).filter(isBorder)

/**
 * How much each sample counts as foreground, 0..1. A plain background counts 0: everything that can be reached from the
 * border without crossing an edge. If no colour dominates the border, everything is foreground.
 * @param labs [SAMPLE_COUNT, 3], as returned by `samplePicture`
 */
export function foreground(labs: Float64Array): Float64Array {
  const weights = new Float64Array(SAMPLE_COUNT).fill(1)
  const colour = dominantBorderColour(labs)
  if (!colour) return weights
  const toColour = new Float64Array(SAMPLE_COUNT)
  for (let i = 0; i < SAMPLE_COUNT; i++) {
    const apart = distance(labs, i, ...colour)
    toColour[i] = apart
    if (apart < DISCONNECTED.distance) weights[i] = DISCONNECTED.share
  }

  const reached = border.filter(i => at(toColour, i) < BACKGROUND_DISTANCE)
  for (const i of reached) weights[i] = 0
  // The loop also visits the samples that `reach` appends.
  for (let n = 0; n < reached.length; n++) {
    const i = reached[n] as number
    const x = i % GRID_SIDE
    if (i >= GRID_SIDE) reach(i - GRID_SIDE, i)
    if (i < SAMPLE_COUNT - GRID_SIDE) reach(i + GRID_SIDE, i)
    if (x > 0) reach(i - 1, i)
    if (x < GRID_SIDE - 1) reach(i + 1, i)
  }
  return weights

  function reach(i: number, from: number): void {
    if (weights[i] === 0 || !(at(toColour, i) < BACKGROUND_DISTANCE)) return
    if (!(distance(labs, i, at(labs, from * 3), at(labs, from * 3 + 1), at(labs, from * 3 + 2)) < EDGE_DISTANCE)) return
    weights[i] = 0
    reached.push(i)
  }
}

/** The colour of at least half of the border, approximately. */
function dominantBorderColour(labs: Float64Array): Lab | undefined {
  const opaque = border.filter(i => !Number.isNaN(labs[i * 3]))
  // If more than half of the samples share a colour, the median of each coordinate is close to it.
  const median = (k: number) => Float64Array.from(opaque, i => labs[i * 3 + k] ?? 0).sort()[opaque.length >> 1] ?? 0
  const colour: Lab = [median(0), median(1), median(2)]
  const similar = opaque.filter(i => distance(labs, i, ...colour) < BACKGROUND_DISTANCE / 2)
  return similar.length > PLAIN_BORDER_SHARE * opaque.length ? colour : undefined
}

function isBorder(i: number): boolean {
  const [x, y] = [i % GRID_SIDE, Math.floor(i / GRID_SIDE)]
  return Math.min(x, y) === 0 || Math.max(x, y) === GRID_SIDE - 1
}

/** Distance of a sample from a colour in OKLab; NaN if the sample is transparent. */
function distance(labs: Float64Array, i: number, lightness: number, a: number, b: number): number {
  // Math.hypot is many times slower.
  return Math.sqrt((at(labs, i * 3) - lightness) ** 2 + (at(labs, i * 3 + 1) - a) ** 2 + (at(labs, i * 3 + 2) - b) ** 2)
}

/** Reads an element that is known to exist. */
function at(values: Float64Array, i: number): number {
  return values[i] as number
}
