import { type Garment, garments } from '../../../src/apparel/classes.ts'
import { kindsOfClass } from '../../../src/apparel/kinds.ts'
import type { Tag } from '../../../src/history/tag.ts'

/** What some of the wallets are instead. */
const others = ['Dress', 'Hoodie', 'Bag'] as const

/**
 * Gives tags kinds: the kinds of each class in turn, and every fourth tag of a class none, as from an older version. Wallets
 * become dresses, hoodies and bags in turn.
 */
export function withKinds(tags: Tag[]): Tag[] {
  return tags.map((tag, n) => {
    const turn = Math.floor(n / garments.length)
    if (tag.garment === 'Wallet') return { ...tag, garment: 'none', kind: others[turn % others.length] }
    const kinds = kindsOfClass[tag.garment as Garment]
    return turn % 4 === 3 ? tag : { ...tag, kind: kinds[turn % kinds.length] }
  })
}
