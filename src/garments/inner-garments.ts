import { shareWithin } from './overlap.ts'
import type { NamedGarment } from './picture-garments.ts'

/**
 * A box of which this share lies within a better one of its class shows a part of the same garment, such as a lapel. The opposite is
 * not so: around the box of a garment may lie that of another behind it.
 */
const SAME_GARMENT = 0.7

/** Leaves out garments that lie within a better one of their name. What the user has said of a garment stays. */
export function withoutInner(shown: readonly NamedGarment[]): NamedGarment[] {
  return shown.filter(
    one =>
      one.byUser ||
      !shown.some(
        better =>
          better.score > one.score &&
          better.garment === one.garment &&
          shareWithin(one.box, better.box) >= SAME_GARMENT,
      ),
  )
}
