import { type ApparelClass, classes, garments, NONE } from '../../apparel/classes.ts'
import { isLabel, type Labels } from '../labels.ts'

/** What a tag of any version says about its picture. */
interface Said {
  garment: string
  kind?: string
  own?: string
  byUser?: 'told' | 'learned'
  probabilities: number[]
}

/**
 * Puts what a newer version says into the terms of this one. A class that is not known becomes a kind of none of the ten: if a
 * newer version has capes as a class, their tags are still found as capes. Kinds that are not known stay as they are.
 * @param named the classes of the probabilities, in order; undefined if they are not known
 * @returns undefined if nothing says what the picture shows
 */
export function toKnownLabels(
  { garment, kind, own, byUser, probabilities }: Said,
  named: readonly string[] | undefined,
): (Labels & { probabilities: number[] }) | undefined {
  const known = garments.find(one => one === garment)
  const readable = isLabel(kind) ? kind : known || garment === 'none' ? undefined : garment
  const isTaught = own !== undefined || byUser === 'told'
  if (!known && readable === undefined && !isTaught) return undefined
  return {
    garment: known ?? 'none',
    ...(readable !== undefined && { kind: readable }),
    probabilities: toKnownClasses(probabilities, named),
  }
}

/** Adds up the probabilities of classes that are not known as *none*. Leaves them as they are if they have no names. */
function toKnownClasses(probabilities: number[], named: readonly string[] | undefined): number[] {
  if (named?.length !== probabilities.length || named.join() === classes.join()) return probabilities
  const known = classes.map(() => 0)
  for (const [i, name] of named.entries()) {
    const place = classes.indexOf(name as ApparelClass)
    const at = place < 0 ? NONE : place
    known[at] = Math.min(1, (known[at] ?? 0) + (probabilities[i] ?? 0))
  }
  return known
}
