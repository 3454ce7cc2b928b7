import type { ShopReason } from './verdict.ts'
import { namesOtherTrade } from './words/other-trade-words.ts'

/** Characters of a title that are read. */
const MAX_LENGTH = 200

/** A reason against a shop in the page's title: it names a trade that sells no goods. */
export function topicReasons(page: Document): ShopReason[] {
  const title = (page.querySelector('title')?.textContent ?? '').slice(0, MAX_LENGTH)
  return namesOtherTrade(title) ? [{ id: 'other_trade', weight: -4 }] : []
}
