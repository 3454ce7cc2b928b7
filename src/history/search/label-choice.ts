import type { ApparelClass, Garment } from '../../apparel/classes.ts'
import { kinds as allKinds, classOfKind, kindsOfClass } from '../../apparel/kinds.ts'

/** The classes and kinds that a search is limited to, as in `Query`. */
export interface LabelChoice {
  garments: readonly Garment[]
  kinds: readonly string[]
}

/** Adds a class to the choice, or removes it together with its kinds. */
export function toggleGarment({ garments, kinds }: LabelChoice, garment: Garment): LabelChoice {
  const isChosen = garments.includes(garment) || kinds.some(kind => classOfKind(kind) === garment)
  if (!isChosen) return { garments: [...garments, garment], kinds }
  return {
    garments: garments.filter(one => one !== garment),
    kinds: kinds.filter(kind => classOfKind(kind) !== garment),
  }
}

/** Adds a kind to the choice, or removes it. The whole class stays chosen if it was. */
export function toggleKind({ garments, kinds }: LabelChoice, kind: string): LabelChoice {
  return { garments, kinds: kinds.includes(kind) ? kinds.filter(one => one !== kind) : [...kinds, kind] }
}

/** Whether tags of a class are wanted: all of them, or some of its kinds. */
export function isGarmentChosen({ garments, kinds }: LabelChoice, garment: Garment): boolean {
  return garments.includes(garment) || kinds.some(kind => classOfKind(kind) === garment)
}

/**
 * The kinds to offer, in their usual order: those of one class, or with `none` those that belong to none of the ten. A class
 * with a single kind offers none, because the kind would say the same.
 * @param occurring kinds that have tags
 */
export function kindsToOffer(name: ApparelClass, occurring: Iterable<string>, chosen: readonly string[]): string[] {
  if (kindsOfClass[name].length < 2) return []
  const offered = new Set([...occurring, ...chosen])
  return [...offered].filter(kind => (classOfKind(kind) ?? 'none') === name).sort(inUsualOrder)
}

/** Kinds that this version does not know come last. */
function inUsualOrder(one: string, other: string): number {
  return placeOf(one) - placeOf(other) || (one < other ? -1 : 1)
}

function placeOf(kind: string): number {
  const place = (allKinds as readonly string[]).indexOf(kind)
  return place < 0 ? allKinds.length : place
}
