import type { PriceTag } from '../prices/price-tags.ts'
import type { ShopReason } from '../verdict.ts'
import { otherTradeFacts } from '../words/other-trade-words.ts'
import { type Card, cardGroups } from './cards.ts'

/** Cards of one structure that make a shop window. */
const MIN_CARDS = 3

const buttons = 'button, input[type="submit"], [role="button"], a[class*="btn" i], a[class*="button" i]'

/** Reasons in the cards that show a picture, a name and a price: a shop window, or the offers of another trade. */
export function windowReasons(page: Document, tags: readonly PriceTag[]): ShopReason[] {
  const groups = cardGroups(page, tags).filter(group => group.length > 1)
  const other = groups.filter(group => group.filter(isOfOtherTrade).length * 2 > group.length)
  const goods = groups.filter(group => !other.includes(group) && isOwnOffer(group))
  const reasons: ShopReason[] = []
  if (goods.some(group => group.length >= MIN_CARDS)) reasons.push({ id: 'window', weight: 3 })
  else if (goods.some(group => group.every(({ element }) => element.querySelector(buttons))))
    reasons.push({ id: 'window', weight: 2 })
  if (other.length > 0 && goods.length === 0) reasons.push({ id: 'other_trade', weight: -3 })
  return reasons
}

function isOfOtherTrade({ text, hasSignet }: Card): boolean {
  return hasSignet || otherTradeFacts.test(text)
}

/** Whether the page itself offers what the cards show: it is no table of data, no advertisement and no comparison of shops. */
function isOwnOffer(group: Card[]): boolean {
  const isTable = group.some(
    ({ element }) =>
      element.matches('[role="row"]') || (element.tagName === 'TR' && element.closest('table')?.querySelector('th')),
  )
  const isAdvertised = group.some(
    ({ element }) => element.matches('[rel*="sponsored"]') || element.querySelector('[rel*="sponsored"]'),
  )
  const hosts = new Set(group.map(({ element }) => hostOf(element)).filter(Boolean))
  return !isTable && !isAdvertised && hosts.size < MIN_CARDS
}

/** The host that a card's first link leads to, '' for the page's own. */
function hostOf(card: Element): string {
  const href = (card.matches('a[href]') ? card : card.querySelector('a[href]'))?.getAttribute('href') ?? ''
  return /^https?:\/\/([^/?#]{1,200})/i.exec(href)?.[1] ?? ''
}
