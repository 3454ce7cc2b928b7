import type { ApparelClass } from '../apparel/classes.ts'
import { kindsOfClass } from '../apparel/kinds.ts'
import { type ColourName, colourName } from '../colour/colour-name.ts'
import type { GarmentColour } from '../colour/garment-colours.ts'
import { type Harmony, harmonyOf } from './harmony.ts'
import { type Fit, fitOf } from './occasion.ts'
import { type OutfitPart, partOf } from './outfit-part.ts'
import { wornWith } from './worn-with.ts'

/** What the suggestions need to know of a garment. */
export interface Piece {
  readonly id: string
  readonly garment: ApparelClass
  /** A kind of the class, or of none of the ten; undefined if unknown. */
  readonly kind: string | undefined
  /** Largest share first; empty if unknown. */
  readonly colours: readonly GarmentColour[]
  /** Milliseconds since 1970. */
  readonly seenAt: number
  readonly isFavourite: boolean
}

/** A garment that goes with another, and why. */
export interface Suggestion<Known extends Piece> {
  piece: Known
  harmony: Harmony
  /** How the kinds of both suit each other. */
  fit: Fit
}

/** Added to the score of a favourite. */
const FAVOURITE_BONUS = 0.1

/**
 * Suggests other parts of an outfit whose colours and kinds go with one garment.
 * @param pieces garments to choose from; may include the one itself
 * @param limit the maximum number for each part, 1 or more
 * @returns the suggestions by part, most important part first, best suggestion first and in as many colours as possible;
 * parts without suggestions are left out
 */
export function suggestOutfit<Known extends Piece>(
  one: Piece,
  pieces: readonly Known[],
  limit: number,
): Map<OutfitPart, Suggestion<Known>[]> {
  const own = partOf(one.garment, one.kind)
  const outfit = new Map<OutfitPart, Suggestion<Known>[]>(own ? wornWith(own).map(part => [part, []]) : [])
  for (const piece of pieces) {
    const part = partOf(piece.garment, piece.kind)
    const suggestions = part && outfit.get(part)
    // Kinds first: comparing colours takes longer.
    const fit = suggestions && fitOf(kindOf(one), kindOf(piece))
    const harmony = fit && harmonyOf(one.colours, piece.colours)
    if (harmony) suggestions.push({ piece, harmony, fit })
  }
  for (const [part, suggestions] of outfit) {
    if (suggestions.length > 0) outfit.set(part, varied(suggestions.sort(bestFirst), limit))
    else outfit.delete(part)
  }
  return outfit
}

/** The kind of a piece, which its class implies if it has only one, such as shorts. */
function kindOf({ garment, kind }: Piece): string | undefined {
  const { length, 0: only } = kindsOfClass[garment]
  return kind ?? (length === 1 ? only : undefined)
}

function bestFirst(one: Suggestion<Piece>, other: Suggestion<Piece>): number {
  return (
    scoreOf(other) - scoreOf(one) || other.piece.seenAt - one.piece.seenAt || (one.piece.id < other.piece.id ? 1 : -1)
  )
}

function scoreOf({ harmony, fit, piece }: Suggestion<Piece>): number {
  return harmony.score + fit.score + (piece.isFavourite ? FAVOURITE_BONUS : 0)
}

/** Puts the best of each colour before the second best of any. */
function varied<Known extends Piece>(sorted: Suggestion<Known>[], limit: number): Suggestion<Known>[] {
  const rounds = new Map<ColourName | undefined, number>()
  const ranked = sorted.map(suggestion => {
    const [main] = suggestion.piece.colours
    const name = main && colourName(main)
    const round = rounds.get(name) ?? 0
    rounds.set(name, round + 1)
    return { suggestion, round }
  })
  // Sorting is stable: within a round the best come first.
  return ranked
    .sort((one, other) => one.round - other.round)
    .slice(0, limit)
    .map(({ suggestion }) => suggestion)
}
