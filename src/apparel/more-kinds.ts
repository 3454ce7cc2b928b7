/**
 * Clothes and accessories beside the ten garments, in the groups in which people choose them for badges. A group that somebody
 * has chosen includes kinds that it gains later.
 */
export const moreKinds = {
  dresses: ['Dress'],
  skirts: ['Skirt'],
  jumpsuits: ['Jumpsuit'],
  suits: ['Suit'],
  knitwear: ['Hoodie', 'Sweater', 'Cardigan'],
  kurtas: ['Kurta', 'Saree'],
  underwear: ['Swimwear', 'Underwear'],
  socks: ['Socks'],
  bags: ['Bag', 'Backpack'],
  belts: ['Belt'],
  jewellery: ['Ring', 'Bracelet', 'Necklace', 'Earrings'],
  scarves: ['Scarf', 'Tie', 'Gloves'],
} as const

/** A group of kinds beside the ten garments. */
export type KindGroup = keyof typeof moreKinds

/** In the order in which people read them. */
export const kindGroups = Object.keys(moreKinds) as KindGroup[]

/** The kinds of some groups. */
export function kindsOfGroups(groups: readonly KindGroup[]) {
  return groups.flatMap(group => moreKinds[group])
}
