import { MAP_SIDE } from '../apparel/activation-map.ts'
import { type Colour, toColour } from './colour.ts'
import { foreground } from './foreground.ts'
import { mainColours, weightOf } from './main-colours.ts'
import { type Pixels, positionOf, SAMPLE_COUNT, sample } from './sample-picture.ts'

/** A colour of a garment. */
export interface GarmentColour extends Colour {
  /** How much of the garment has it, 0..1. */
  share: number
}

/** At most so many colours of one garment. */
export const MAX_COLOURS = 3
/** What covers less is a button or a shadow. */
const LEAST_SHARE = 0.12
/** A garment that is less than this of what is looked at has been taken for background, as a white shirt on white. */
const LEAST_GARMENT = 0.08

/**
 * The main colours of the garment in a picture, the most of it first: 1 to 3, or none of a picture that is transparent all
 * over. What the network looked at counts most, then the middle; a plain background counts nothing.
 * @param map 49 numbers of 0..1, row by row: where the picture speaks for the garment; left out where it is not known
 */
export function garmentColours(pixels: Pixels, map?: readonly number[]): GarmentColour[] {
  const labs = sample(pixels)
  const all = placeWeights(labs, map)
  const shown = foreground(labs)
  const garment = all.map((weight, i) => weight * (shown[i] ?? 1))
  const counted = weightOf(garment) < LEAST_GARMENT * weightOf(all) ? all : garment
  const total = weightOf(counted)
  return mainColours(labs, counted, MAX_COLOURS)
    .map(({ lab, weight }) => ({ ...rounded(toColour(lab)), share: round(weight / total, 2) }))
    .filter(({ share }, i) => i === 0 || share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share)
}

/** How much each sample counts for its place; nothing where it is transparent. */
function placeWeights(labs: Float64Array, map: readonly number[] | undefined): Float64Array {
  return Float64Array.from({ length: SAMPLE_COUNT }, (_, i) => (Number.isNaN(labs[i * 3]) ? 0 : weightAt(i, map)))
}

function weightAt(i: number, map: readonly number[] | undefined): number {
  const { x, y } = positionOf(i)
  const centre = Math.max(0, 1 - 1.6 * ((x - 0.5) ** 2 + (y - 0.5) ** 2))
  return centre * (map ? 0.1 + (map[Math.floor(y * MAP_SIDE) * MAP_SIDE + Math.floor(x * MAP_SIDE)] ?? 0) : 1)
}

/** As exact as an eye is: every digit is stored 50,000 times. */
function rounded({ lightness, chroma, hue }: Colour): Colour {
  return { lightness: round(lightness, 3), chroma: round(chroma, 3), hue: round(hue, 0) % 360 }
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
