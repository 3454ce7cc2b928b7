import type { Garment } from '../apparel/classes.ts'
import { areWornTogether, isGarment, type OutfitPart, partsBeyondTen } from './outfit-part.ts'

/** What of the ten is worn with each of them, most visible first. Leaves out classes that are worn instead of it. */
const tenWornWith: Record<Garment, readonly Garment[]> = {
  Shirt: ['Trouser', 'Jacket', 'Shoes', 'Shorts', 'Watch', 'Hat', 'Goggles', 'Wallet'],
  'T-Shirt': ['Trouser', 'Shorts', 'Shoes', 'Jacket', 'Hat', 'Goggles', 'Watch', 'Wallet'],
  Jacket: ['Trouser', 'Shirt', 'T-Shirt', 'Shoes', 'Hat', 'Watch', 'Goggles', 'Wallet'],
  Trouser: ['Shirt', 'T-Shirt', 'Shoes', 'Jacket', 'Watch', 'Hat', 'Goggles', 'Wallet'],
  Shorts: ['T-Shirt', 'Shirt', 'Shoes', 'Hat', 'Goggles', 'Watch', 'Jacket', 'Wallet'],
  Shoes: ['Trouser', 'Shorts', 'Shirt', 'T-Shirt', 'Jacket', 'Hat', 'Watch', 'Wallet', 'Goggles'],
  Hat: ['Jacket', 'T-Shirt', 'Shirt', 'Shoes', 'Trouser', 'Shorts', 'Goggles', 'Watch'],
  Goggles: ['Hat', 'T-Shirt', 'Shirt', 'Jacket', 'Shorts', 'Trouser', 'Shoes', 'Watch'],
  Watch: ['Shirt', 'Shoes', 'Jacket', 'Wallet', 'Trouser', 'T-Shirt', 'Goggles', 'Hat'],
  Wallet: ['Shoes', 'Watch', 'Trouser', 'Jacket', 'Shirt', 'T-Shirt', 'Shorts', 'Goggles'],
}
/** The ten garments in the order in which they catch the eye beside any other part. */
const tenByVisibility: readonly Garment[] = [
  ...(['Trouser', 'Shirt', 'T-Shirt', 'Shoes', 'Jacket', 'Shorts'] as const),
  ...(['Hat', 'Watch', 'Goggles', 'Wallet'] as const),
]

/** What is worn with a part of an outfit, most visible first. Leaves out what is worn instead of it. */
export function wornWith(part: OutfitPart): OutfitPart[] {
  const ten = isGarment(part) ? tenWornWith[part] : tenByVisibility
  return [...ten, ...partsBeyondTen].filter(other => areWornTogether(part, other))
}
