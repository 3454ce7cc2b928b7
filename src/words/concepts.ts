import type { ApparelClass } from '../apparel/classes.ts'
import { classOfKind, isKind, type Kind } from '../apparel/kinds.ts'
import type { WordEvidence } from '../apparel/words/word-evidence.ts'

/** Concepts of the lexicon that are no kinds of the network, with the class they belong to. */
const beyondKinds = {
  Goggles: 'Goggles',
  Leggings: 'Trouser',
  Purse: 'Wallet',
  /** Suits, nightwear, robes, uniforms and traditional dress. */
  Attire: 'none',
  Jewellery: 'none',
  /** Jumpers of all sorts, and hoodies. */
  Knitwear: 'none',
  /** What belongs to a garment or shares its name: straps, boxes, racks, polish, wall clocks, potatoes. */
  Other: 'none',
  /** What a shop promises beside its goods, such as delivery and returns. */
  Service: 'none',
} as const satisfies Record<string, ApparelClass>

/** Words that name several things, or too many, so that nothing follows from them. */
export const UNCLEAR = 'Unclear'
/** Phrases in which a garment's word means something else. */
export const SKIP = 'Skip'
/** See `beyondKinds`. */
export const SERVICE = 'Service'

/** What a word of the lexicon means. */
export type Concept = Kind | keyof typeof beyondKinds | typeof UNCLEAR | typeof SKIP

/** Kinds named like their class, which is why a name that says no more is no reason against a finer one. */
const general: readonly Concept[] = ['Hat', 'Jacket', 'Shirt', 'Shoe', 'T-Shirt', 'Trouser', 'Wallet', 'Watch']

/** What follows from a concept; undefined if nothing does. */
export function evidenceOfConcept(concept: Concept): WordEvidence | undefined {
  if (concept === UNCLEAR || concept === SKIP) return undefined
  if (concept in beyondKinds) return { className: beyondKinds[concept as keyof typeof beyondKinds] }
  const className = classOfKind(concept)
  if (!className) return undefined
  return isKind(concept) && !general.includes(concept) ? { className, kind: concept } : { className }
}
