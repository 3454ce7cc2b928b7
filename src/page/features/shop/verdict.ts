/** Whether a page counts as a shop, with all reasons for and against. */
export interface ShopVerdict {
  isShop: boolean
  /** Sum of the reasons' weights. */
  score: number
  reasons: ShopReason[]
}

/** Shown to people as `shop_reason_<id>` of the locale. */
export interface ShopReason {
  id: ShopReasonId
  /** Points; a negative weight speaks against a shop. */
  weight: number
  /** The platform's name. */
  detail?: string
}

type ShopReasonId =
  /** Structured data of a product. */
  | 'product'
  /** The page tells social networks that it is a product. */
  | 'og_product'
  | 'platform'
  /** "Add to cart" or "buy now". */
  | 'buy'
  /** A link to the cart. */
  | 'cart'
  /** Price tags; prices within sentences do not count. */
  | 'prices'
  /** Several pictures with a name and a price each. */
  | 'window'
  /** At least two of delivery, returns, sizes, wish list and gift cards. */
  | 'service'
  /** The page declares itself an article, a video or the like. */
  | 'article'
  /** Structured data of other goods: tickets, rooms, cars, courses, software. */
  | 'other_trade'
  /** Its prices are for a month, a seat or the like. */
  | 'subscription'
