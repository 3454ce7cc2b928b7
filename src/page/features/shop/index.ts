import { handlePageMessages } from '../../../messages/handle.ts'
import { tryToTellBackground } from '../../../messages/send.ts'
import type { Feature } from '../../feature.ts'
import { isLeftToShopDetection } from '../../page-state.ts'
import { detectShop } from './detect-shop.ts'
import type { ShopMessages } from './messages.ts'
import { watchShop } from './watch-shop.ts'

type ShopFeature = Feature<{ signal: AbortSignal }>

/** Says on request whether the page is a shop, and why. */
export const explainShop: ShopFeature = {
  name: 'explain-shop',
  isWanted: () => true,
  start: ({ signal }) => handlePageMessages<ShopMessages>({ 'explain-shop': () => detectShop(document) }, signal),
}

/** Reports shops, where the user has made no choice for the site. */
export const findShop: ShopFeature = {
  name: 'find-shop',
  isWanted: isLeftToShopDetection,
  start: ({ signal }) => watchShop(reportShop, signal),
}

function reportShop(isShop: boolean): void {
  void tryToTellBackground('found-shop', { isShop })
}
