import { type Colour, hueDistance } from '../colour/colour.ts'
import { type ColourName, colourName } from '../colour/colour-name.ts'
import type { GarmentColour } from '../colour/garment-colours.ts'

/** Why two colours go together. Shown to people as `outfit_<reason>` of the locale, with the names of both colours. */
type HarmonyReason =
  /** The main colour of one garment is a secondary colour of the other. */
  | 'accent'
  /** Lighter and darker shades of one hue. */
  | 'tonal'
  /** Neighbours on the colour wheel. */
  | 'analogous'
  /** Opposites on it. */
  | 'complementary'
  /** A third of the wheel apart. */
  | 'triadic'
  /** One of them is neutral and goes with everything. */
  | 'neutral'

export interface Harmony {
  reason: HarmonyReason
  /** The colours concerned: of this garment, and of the other. */
  colours: [ColourName, ColourName]
  /** How well they go together, 0..1. */
  score: number
}

/** Includes navy and brown, which are worn like neutrals: denim, leather. */
const neutrals: readonly ColourName[] = ['black', 'grey', 'white', 'beige', 'navy', 'brown']
/** Degrees on the colour wheel. */
const MAX_ANALOGOUS_DEGREES = 50
const MIN_COMPLEMENTARY_DEGREES = 150
const TRIADIC_DEGREES = { apart: 120, tolerance: 20 }

/**
 * How two garments go together by their colours, largest share first; undefined if they clash or if the colours of either
 * are unknown.
 */
export function harmonyOf(one: readonly GarmentColour[], other: readonly GarmentColour[]): Harmony | undefined {
  const [main, ...lesser] = one
  const [theirs, ...theirLesser] = other
  if (!main || !theirs) return undefined
  const basic = harmonyOfTwo(main, theirs)
  // An accent ties two garments together even if their main colours do not.
  const accent = accentOf(lesser, theirs) ?? flip(accentOf(theirLesser, main))
  return accent && accent.score > (basic?.score ?? 0) ? accent : basic
}

function harmonyOfTwo(one: Colour, other: Colour): Harmony | undefined {
  const colours: Harmony['colours'] = [colourName(one), colourName(other)]
  const areNeutral = colours.map(name => neutrals.includes(name))
  const contrast = Math.abs(one.lightness - other.lightness)
  const harmony = (reason: HarmonyReason, score: number): Harmony => ({ reason, colours, score: Math.min(1, score) })

  if (colours[0] === colours[1] || (areSameHue(one, other) && !areNeutral.includes(true)))
    // The same colour twice looks like a uniform; a lighter and a darker shade make an outfit.
    return harmony('tonal', 0.55 + Math.min(0.35, contrast))
  if (areNeutral.includes(true)) return harmony('neutral', 0.65 + 0.25 * Math.min(1, contrast / 0.5))
  const distance = hueDistance(one.hue, other.hue)
  // Two saturated colours clash.
  const clash = 1.2 * Math.max(0, Math.min(one.chroma, other.chroma) - 0.12)
  if (distance <= MAX_ANALOGOUS_DEGREES) return harmony('analogous', 0.7 + 0.2 * contrast)
  if (distance >= MIN_COMPLEMENTARY_DEGREES) return harmony('complementary', 0.8 + 0.1 * contrast - clash)
  if (Math.abs(distance - TRIADIC_DEGREES.apart) <= TRIADIC_DEGREES.tolerance)
    return harmony('triadic', 0.6 + 0.1 * contrast - clash)
  return undefined
}

/** @param theirs the main colour of the other garment */
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
