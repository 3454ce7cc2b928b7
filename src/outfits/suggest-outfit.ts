import type { Garment } from '../apparel/classes.ts'
import { type ColourName, colourName } from '../colour/colour-name.ts'
import type { GarmentColour } from '../colour/garment-colours.ts'
import { type Harmony, harmonyOf } from './harmony.ts'
import { wornWith } from './worn-with.ts'

/** What is known of a piece. */
export interface Piece {
  readonly id: string
  readonly garment: Garment
  /** The most of it first; empty where they are not known. */
  readonly colours: readonly GarmentColour[]
  /** Milliseconds since 1970. */
  readonly seenAt: number
  readonly isFavourite: boolean
}

/** A piece that goes with another, and why. */
export interface Suggestion<Known extends Piece> {
  piece: Known
  harmony: Harmony
}

/** What a favourite counts for. */
const FAVOURITE = 0.1

/**
 * Pieces of other classes that go with one by their colours.
 * @param pieces to choose from; the one itself may be among them
 * @param most of each class, 1 or more
 * @returns by class, what matters most to the look first, and in each the best first, of as many colours as there are;
 * classes of which nothing goes with it are left out
 */
export function suggestOutfit<Known extends Piece>(
  one: Piece,
  pieces: readonly Known[],
  most: number,
): Map<Garment, Suggestion<Known>[]> {
  const outfit = new Map<Garment, Suggestion<Known>[]>(wornWith[one.garment].map(garment => [garment, []]))
  for (const piece of pieces) {
    const suggestions = outfit.get(piece.garment)
    const harmony = suggestions && harmonyOf(one.colours, piece.colours)
    if (harmony) suggestions.push({ piece, harmony })
  }
  for (const [garment, suggestions] of outfit) {
    if (suggestions.length > 0) outfit.set(garment, varied(suggestions.sort(bestFirst), most))
    else outfit.delete(garment)
  }
  return outfit
}

function bestFirst(one: Suggestion<Piece>, other: Suggestion<Piece>): number {
  return (
    scoreOf(other) - scoreOf(one) || other.piece.seenAt - one.piece.seenAt || (one.piece.id < other.piece.id ? 1 : -1)
  )
}

function scoreOf({ harmony, piece }: Suggestion<Piece>): number {
  return harmony.score + (piece.isFavourite ? FAVOURITE : 0)
}

/** The best of each colour, before the second best of any. */
function varied<Known extends Piece>(sorted: Suggestion<Known>[], most: number): Suggestion<Known>[] {
  const rounds = new Map<ColourName | undefined, number>()
  const ranked = sorted.map(suggestion => {
    const [main] = suggestion.piece.colours
    const name = main && colourName(main)
    const round = rounds.get(name) ?? 0
    rounds.set(name, round + 1)
    return { suggestion, round }
  })
  // Sorting is stable: within a round the best stay first.
  return ranked
    .sort((one, other) => one.round - other.round)
    .slice(0, most)
    .map(({ suggestion }) => suggestion)
}
