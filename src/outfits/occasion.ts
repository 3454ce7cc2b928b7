import type { Kind } from '../apparel/kinds.ts'

/** What two garments are both for. Shown to people as `outfit_for_<occasion>` of the locale. */
type Occasion = 'warm' | 'cold' | 'sporty' | 'casual' | 'smart'

/** How well two garments suit the same occasion. */
export interface Fit {
  /** What they are both for, if that says something: shoes for anything suit a shirt for anything. */
  occasion?: Occasion
  /** Added to the score of the suggestion, -1..1. */
  score: number
}

interface Use {
  /** From sporty, 0, over casual, 1, and smart, 2, to formal, 3. */
  formality: readonly [least: number, most: number]
  season?: 'warm' | 'cold'
}

const use = (least: number, most: number, season?: Use['season']): Use => ({
  formality: [least, most],
  ...(season && { season }),
})

/** What kinds are worn for. Kinds that are left out go with everything. */
const uses: Partial<Record<Kind, Use>> = {
  Cap: use(0, 1),
  Beanie: use(0, 1, 'cold'),
  Hat: use(1, 3),
  Jacket: use(0, 2),
  Coat: use(1, 3, 'cold'),
  Blazer: use(2, 3),
  Gilet: use(0, 2),
  Shirt: use(1, 3),
  Blouse: use(1, 3),
  Sneaker: use(0, 1),
  Boot: use(1, 2, 'cold'),
  Heel: use(2, 3),
  Sandal: use(1, 1, 'warm'),
  Loafer: use(1, 2),
  Shoe: use(1, 3),
  Shorts: use(0, 1, 'warm'),
  'T-Shirt': use(0, 1),
  Polo: use(1, 2),
  TankTop: use(0, 1, 'warm'),
  Jeans: use(1, 2),
  Trouser: use(1, 3),
  Joggers: use(0, 0),
  Watch: use(1, 3),
  Smartwatch: use(0, 2),
  Dress: use(1, 3),
  Skirt: use(1, 3),
  Jumpsuit: use(1, 2),
  Suit: use(3, 3),
  Saree: use(2, 3),
  Kurta: use(1, 3),
  Hoodie: use(0, 1),
  Sweater: use(1, 2, 'cold'),
  Cardigan: use(1, 2),
  Backpack: use(0, 1),
  Belt: use(1, 3),
  Scarf: use(1, 3, 'cold'),
  Tie: use(2, 3),
  Gloves: use(0, 3, 'cold'),
}

/** Two steps of formality apart, like joggers and a blazer, is too far to be worn together. */
const MAX_GAP = 1
const SAME_OCCASION_BONUS = 0.05
const GAP_PENALTY = 0.2

/**
 * How two kinds of garments suit each other: boots are for cold days, sandals for warm ones. An unknown kind suits everything.
 * @returns undefined if nobody would wear them together
 */
export function fitOf(one: string | undefined, other: string | undefined): Fit | undefined {
  const [use, theirs] = [usesOf(one), usesOf(other)]
  if (!use || !theirs) return { score: 0 }
  if (use.season && theirs.season && use.season !== theirs.season) return undefined
  const least = Math.max(use.formality[0], theirs.formality[0])
  const most = Math.min(use.formality[1], theirs.formality[1])
  if (least - most > MAX_GAP) return undefined
  if (least > most) return { score: -GAP_PENALTY }
  const occasion = use.season && use.season === theirs.season ? use.season : levelOf(least, most)
  return occasion ? { occasion, score: SAME_OCCASION_BONUS } : { score: 0 }
}

function usesOf(kind: string | undefined): Use | undefined {
  return kind !== undefined && Object.hasOwn(uses, kind) ? uses[kind as Kind] : undefined
}

/** Names a range of formality; undefined if it is too wide to have a name. */
function levelOf(least: number, most: number): Occasion | undefined {
  if (most === 0) return 'sporty'
  if (most === 1) return 'casual'
  return least >= 2 ? 'smart' : undefined
}
