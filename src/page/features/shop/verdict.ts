/** Whether a page is taken for a shop, and all that spoke for it or against it. */
export interface ShopVerdict {
  isShop: boolean
  /** Sum of the reasons' weights. */
  score: number
  reasons: ShopReason[]
}

/** Shown to people as `shop_reason_<id>` of the locale. */
export interface ShopReason {
  id: ShopReasonId
  /** Points; below 0 it speaks against a shop. */
  weight: number
  /** The platform's name. */
  detail?: string
}

export type ShopReasonId =
  /** Structured data of a product. */
  | 'product'
  /** The page says to social networks that it is a product. */
  | 'og_product'
  | 'platform'
  /** "Add to cart" or "buy now". */
  | 'buy'
  /** A way to the cart. */
  | 'cart'
  /** Price tags; prices within sentences are none. */
  | 'prices'
  /** Two or more of delivery, returns, sizes, wish list, gift cards. */
  | 'service'
  /** The page says that it is an article, a video or the like. */
  | 'article'
  /** Structured data of other things for sale: tickets, rooms, cars, courses, software. */
  | 'other_trade'
