import type { ShopVerdict } from './verdict.ts'

export interface ShopMessages {
  /** Replies with whether the page is a shop, and why. */
  'explain-shop'(): ShopVerdict
}
