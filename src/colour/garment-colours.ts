import { MAP_SIDE } from '../apparel/activation-map.ts'
import { type Colour, toColour } from './colour.ts'
import { foreground } from './foreground.ts'
import { mainColours, weightOf } from './main-colours.ts'
import { type Pixels, positionOf, SAMPLE_COUNT, samplePicture } from './sample-picture.ts'

/** A colour of a garment. */
export interface GarmentColour extends Colour {
  /** Share of the garment that has this colour, 0..1. */
  share: number
}

/** The maximum number of colours of a garment. */
export const MAX_COLOURS = 3
/** A smaller share is a detail, such as a button, or a shadow. */
const MIN_SHARE = 0.12
/** If the foreground is a smaller share of the picture, the garment was mistaken for background, like a white shirt on white. */
const MIN_GARMENT_SHARE = 0.08

/**
 * The main colours of the garment in a picture, largest share first: 1 to 3, or none if the picture is fully transparent.
 * The area that the network looked at counts most, then the centre; a plain background does not count.
 * @param map activation map, 49 numbers of 0..1, row by row; omitted if unknown
 */
export function garmentColours(pixels: Pixels, map?: readonly number[]): GarmentColour[] {
  const labs = samplePicture(pixels)
  const all = positionWeights(labs, map)
  const foregroundWeights = foreground(labs)
  const garment = new Float64Array(SAMPLE_COUNT)
  for (let i = 0; i < SAMPLE_COUNT; i++) garment[i] = (all[i] as number) * (foregroundWeights[i] as number)
  const counted = weightOf(garment) < MIN_GARMENT_SHARE * weightOf(all) ? all : garment
  const total = weightOf(counted)
  return mainColours(labs, counted, MAX_COLOURS)
    .map(({ lab, weight }) => ({ ...rounded(toColour(lab)), share: round(weight / total, 2) }))
    .filter(({ share }, i) => i === 0 || share >= MIN_SHARE)
    .sort((a, b) => b.share - a.share)
}

/** How much each sample counts because of its position; 0 if it is transparent. */
function positionWeights(labs: Float64Array, map: readonly number[] | undefined): Float64Array {
  const weights = new Float64Array(SAMPLE_COUNT)
  for (let i = 0; i < SAMPLE_COUNT; i++) {
    if (Number.isNaN(labs[i * 3])) continue
    weights[i] = (centrality[i] as number) * (map ? 0.1 + (map[cells[i] as number] ?? 0) : 1)
  }
  return weights
}

/** How close each sample is to the centre, 0..1. */
const centrality = Float64Array.from({ length: SAMPLE_COUNT }, (_, i) => {
  const { x, y } = positionOf(i)
  return Math.max(0, 1 - 1.6 * ((x - 0.5) ** 2 + (y - 0.5) ** 2))
})
/** The cell of the activation map that covers each sample. */
const cells = Uint8Array.from({ length: SAMPLE_COUNT }, (_, i) => {
  const { x, y } = positionOf(i)
  return Math.floor(y * MAP_SIDE) * MAP_SIDE + Math.floor(x * MAP_SIDE)
})

/** Rounds to the precision of the eye: 50,000 tags store these numbers. */
function rounded({ lightness, chroma, hue }: Colour): Colour {
  return { lightness: round(lightness, 3), chroma: round(chroma, 3), hue: round(hue, 0) % 360 }
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
