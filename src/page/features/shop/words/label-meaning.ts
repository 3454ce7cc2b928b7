import { buyWords, cartWords } from './cart-words.ts'
import { otherTradeActions, otherTradeNouns } from './other-trade-labels.ts'
import { basketButtons, basketLinks, basketNames, orderButtons } from './shop-software.ts'
import { phrasesIn, tokensOf } from './tokens.ts'
import type { WordList } from './word-list.ts'

/** What a label may say. */
export type Meaning = 'cart' | 'purchase' | 'order' | 'other'

/** Order buttons that django-oscar lacks. They may be for goods, meals or domains. */
const orders = [
  'order|order now|order here|order online|order today|order on whatsapp|pre order|pre order now|preorder',
  'заказать|заказать сейчас|оформить заказ|замовити|поръчай|bestellen|jetzt bestellen|nu bestellen|commander',
  'pedir|pedir ahora|pedir por whatsapp|encomendar|ordina|ordina ora|zamów|zamów teraz|objednat|objednať',
  'megrendelem|megrendelés|comandă|comandă acum|beställ|beställ nu|bestill|bestill nå|bestil|bestil nu|tilaa|tilaa nyt',
  'sipariş ver|pesan|pesan sekarang|đặt hàng|đặt hàng ngay|đặt mua|اطلب|اطلب الآن|سفارش|سفارش دهید|להזמנה',
  'अभी ऑर्डर करें|অর্ডার করুন',
].join('|')

const wholeLabels = meanings(
  // English has many other bags, carts and baskets.
  ['cart', basketNames.alone, 'cart|bag|basket|trolley'],
  ['order', orderButtons.alone, orders],
  ['other', otherTradeNouns],
)
const partsOfLabels = meanings(
  ['cart', basketLinks.alone],
  ['purchase', basketButtons.alone],
  ['other', otherTradeActions],
)
const longest = Math.max(...[...partsOfLabels.keys()].map(phrase => phrase.split(' ').length))

const unspaced: [Meaning, RegExp][] = [
  ['cart', unspacedOf(basketNames, basketLinks)],
  ['purchase', unspacedOf(basketButtons)],
  ['order', unspacedOf(orderButtons, { alone: '', anywhere: 'สั่งซื้อ|注文する|주문하기|立即下单|立即下單' })],
]

/** What the label of a control says, in any of the languages of the word lists. */
export function meaningsOf(label: string): Set<Meaning> {
  const found = new Set<Meaning>()
  const tokens = tokensOf(label)
  const whole = wholeLabels.get(tokens.join(' '))
  if (whole) found.add(whole)
  for (const phrase of phrasesIn(tokens, longest)) {
    const meaning = partsOfLabels.get(phrase)
    if (meaning) found.add(meaning)
  }
  if (hasUnspaced.test(label)) for (const [meaning, words] of unspaced) if (words.test(label)) found.add(meaning)
  if (buyWords.test(label)) found.add('purchase')
  else if (cartWords.test(label)) found.add('cart')
  if (found.has('other')) found.delete('purchase')
  if (found.has('purchase')) found.delete('cart')
  return found
}

const hasUnspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

function meanings(...lists: [Meaning, ...string[]][]): Map<string, Meaning> {
  return new Map(
    lists.flatMap(([meaning, ...words]) =>
      words
        .join('|')
        .split('|')
        .map(word => [word, meaning] as const),
    ),
  )
}

function unspacedOf(...lists: WordList[]): RegExp {
  return new RegExp(lists.map(({ anywhere }) => anywhere).join('|'), 'u')
}
