import { type Garment, garments } from '../apparel/classes.ts'
import type { Kind } from '../apparel/kinds.ts'

/** Where each kind that is none of the ten belongs. Kinds that are left out are no part of an outfit. */
const furtherParts = {
  Dress: ['top', 'bottom'],
  Saree: ['top', 'bottom'],
  Jumpsuit: ['top', 'bottom'],
  Suit: ['outer', 'bottom'],
  Kurta: ['top'],
  Skirt: ['bottom'],
  Sweater: ['middle'],
  Hoodie: ['middle'],
  Cardigan: ['middle'],
  Bag: ['bag'],
  Backpack: ['bag'],
  Belt: ['waist'],
  Scarf: ['neck'],
  Tie: ['neck'],
  Gloves: ['hands'],
  Necklace: ['necklace'],
  Earrings: ['ears'],
  Bracelet: ['bracelet'],
  Ring: ['finger'],
} as const satisfies Partial<Record<Kind, readonly string[]>>

const places: Record<OutfitPart, readonly string[]> = {
  Shirt: ['top'],
  'T-Shirt': ['top'],
  Jacket: ['outer'],
  Trouser: ['bottom'],
  Shorts: ['bottom'],
  Shoes: ['feet'],
  Hat: ['head'],
  Goggles: ['eyes'],
  Watch: ['wrist'],
  Wallet: ['pocket'],
  ...furtherParts,
}

/** A part of an outfit: one of the ten garments, or another kind of clothes or accessory. */
export type OutfitPart = Garment | keyof typeof furtherParts

/** All parts beyond the ten garments, most visible first. */
export const partsBeyondTen = Object.keys(furtherParts) as (keyof typeof furtherParts)[]

/** The part that a picture shows; undefined if it is no part of an outfit, like swimwear or a kind that is not known. */
export function partOf(garment: Garment | 'none', kind: string | undefined): OutfitPart | undefined {
  if (garment !== 'none') return garment
  return partsBeyondTen.find(part => part === kind)
}

/** Whether two parts are worn in different places. A dress takes the place of a top and of trousers. */
export function areWornTogether(one: OutfitPart, other: OutfitPart): boolean {
  return one !== other && !places[one].some(place => places[other].includes(place))
}

/** Whether the part is one of the ten garments. */
export function isGarment(part: OutfitPart): part is Garment {
  return (garments as readonly string[]).includes(part)
}
