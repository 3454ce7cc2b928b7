import { type Colour, hueDistance } from '../colour/colour.ts'
import { type ColourName, colourName } from '../colour/colour-name.ts'
import type { GarmentColour } from '../colour/garment-colours.ts'

/** Why two colours go together. Shown to people as `outfit_<reason>` of the locale, with the names of both. */
export type HarmonyReason =
  /** One lies in a lesser colour of the other piece: it is picked up. */
  | 'accent'
  /** Lighter and darker shades of one hue. */
  | 'tonal'
  /** Neighbours on the colour wheel. */
  | 'analogous'
  /** Opposites on it. */
  | 'complementary'
  /** A third of it apart. */
  | 'triadic'
  /** One of them is neutral, which goes with anything. */
  | 'neutral'

export interface Harmony {
  reason: HarmonyReason
  /** The colours it is about: of this piece, and of the other one. */
  colours: [ColourName, ColourName]
  /** How well they go together, 0..1. */
  score: number
}

/** Navy and brown are worn as neutrals are: denim, leather. */
const neutrals: readonly ColourName[] = ['black', 'grey', 'white', 'beige', 'navy', 'brown']
/** Degrees of the wheel: how far neighbours are apart at most, opposites at least, and thirds more or less. */
const NEIGHBOURS = 50
const OPPOSITES = 150
const THIRDS = { apart: 120, tolerance: 20 }

/**
 * How two pieces go together by their colours, the most of each first; undefined where they do not, or where the colours
 * of one are not known.
 */
export function harmonyOf(one: readonly GarmentColour[], other: readonly GarmentColour[]): Harmony | undefined {
  const [main, ...lesser] = one
  const [theirs, ...theirLesser] = other
  if (!main || !theirs) return undefined
  const basic = harmonyOfTwo(main, theirs)
  // What is picked up ties two pieces together even where the main colours say little.
  const accent = accentOf(lesser, theirs) ?? flip(accentOf(theirLesser, main))
  return accent && accent.score > (basic?.score ?? 0) ? accent : basic
}

function harmonyOfTwo(one: Colour, other: Colour): Harmony | undefined {
  const colours: Harmony['colours'] = [colourName(one), colourName(other)]
  const areNeutral = colours.map(name => neutrals.includes(name))
  const contrast = Math.abs(one.lightness - other.lightness)
  const harmony = (reason: HarmonyReason, score: number): Harmony => ({ reason, colours, score: Math.min(1, score) })

  if (colours[0] === colours[1] || (areSameHue(one, other) && !areNeutral.includes(true)))
    // The same twice is a uniform; a lighter and a darker shade are an outfit.
    return harmony('tonal', 0.55 + Math.min(0.35, contrast))
  if (areNeutral.includes(true)) return harmony('neutral', 0.65 + 0.25 * Math.min(1, contrast / 0.5))
  const apart = hueDistance(one.hue, other.hue)
  // Two loud colours shout.
  const loud = 1.2 * Math.max(0, Math.min(one.chroma, other.chroma) - 0.12)
  if (apart <= NEIGHBOURS) return harmony('analogous', 0.7 + 0.2 * contrast)
  if (apart >= OPPOSITES) return harmony('complementary', 0.8 + 0.1 * contrast - loud)
  if (Math.abs(apart - THIRDS.apart) <= THIRDS.tolerance) return harmony('triadic', 0.6 + 0.1 * contrast - loud)
  return undefined
}

/** @param theirs the main colour of the other piece */
function accentOf(lesser: readonly GarmentColour[], theirs: Colour): Harmony | undefined {
  const name = colourName(theirs)
  if (neutrals.includes(name)) return undefined
  const accent = lesser.find(colour => colourName(colour) === name && areSameHue(colour, theirs))
  return accent && { reason: 'accent', colours: [name, name], score: 0.82 + 0.36 * Math.min(0.5, accent.share) }
}

function flip(harmony: Harmony | undefined): Harmony | undefined {
  return harmony && { ...harmony, colours: [harmony.colours[1], harmony.colours[0]] }
}

function areSameHue(one: Colour, other: Colour): boolean {
  return hueDistance(one.hue, other.hue) <= 15
}
