/** The ten garments, in the order of the network's logits; the eleventh logit is *none*. */
export const garments = [
  'Goggles',
  'Hat',
  'Jacket',
  'Shirt',
  'Shoes',
  'Shorts',
  'T-Shirt',
  'Trouser',
  'Wallet',
  'Watch',
] as const

/** One of the ten garments. */
export type Garment = (typeof garments)[number]

/** All answers of the network, in the order of its logits. */
export const classes = [...garments, 'none'] as const

/** A garment or *none of these*. */
export type ApparelClass = (typeof classes)[number]

/** Index of *none* among the logits. */
export const NONE = garments.length
