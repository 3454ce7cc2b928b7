import { detectShop } from '../../src/page/features/shop/detect-shop.ts'
import type { ShopVerdict } from '../../src/page/features/shop/verdict.ts'
import type { ShopPage } from './shop-pages.ts'

/** A page with the detector's verdict. */
export interface JudgedPage extends ShopPage {
  verdict: ShopVerdict
}

/** Shares of 0..1; null if the denominator is zero. */
export interface ShopFigures {
  pages: number
  /** Share of the pages taken for shops that are shops. */
  precision: number | null
  /** Share of the shops that were taken for shops. */
  recall: number | null
}

/** Runs the detector on each page. */
export function judgePages(pages: ShopPage[]): JudgedPage[] {
  return pages.map(page => ({ ...page, verdict: detectShop(page.document) }))
}

/** How often the detector is right. */
export function shopFigures(judged: JudgedPage[]): ShopFigures {
  const taken = judged.filter(({ verdict }) => verdict.isShop)
  const shops = judged.filter(({ isShop }) => isShop)
  const right = taken.filter(({ isShop }) => isShop).length
  const share = (of: number) => (of === 0 ? null : right / of)
  return { pages: judged.length, precision: share(taken.length), recall: share(shops.length) }
}
