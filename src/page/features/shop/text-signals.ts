import { type PageText, pageTexts } from './prices/page-texts.ts'
import { priceTags } from './prices/price-tags.ts'
import type { ShopReason } from './verdict.ts'
import { windowReasons } from './window/window-reasons.ts'
import { serviceWords } from './words/service-words.ts'

/** More price tags than this do not change the verdict. */
const MAX_TAGS = 2
/** Different sizes that make a choice. */
const MIN_SIZES = 3
const size = /^(?:x{0,3}s|m|x{0,3}l|[2-6]xl|(?:eu ?)?(?:3[4-9]|4[0-8])(?:[.,]5)?)$/i
const quantities = 'input[name="quantity" i], input[name="qty" i], select[name="quantity" i]'
/** Characters of a line in a footer. */
const MAX_LINE_LENGTH = 60

/** Reasons in the page's text: price tags, shop windows, and services that shops offer with their goods. */
export function textReasons(page: Document): ShopReason[] {
  const texts = pageTexts(page).filter(({ text }) => text.length <= MAX_LINE_LENGTH)
  const tags = priceTags(page, texts)
  const once = tags.filter(({ isRecurring }) => !isRecurring)
  const reasons: ShopReason[] = windowReasons(page, once)
  if (once.length > 0) reasons.push({ id: 'prices', weight: Math.min(once.length, MAX_TAGS) })
  if (tags.length > 2 * once.length) reasons.push({ id: 'subscription', weight: -3 })
  if (offersService(page, texts)) reasons.push({ id: 'service', weight: 2 })
  return reasons
}

/** Whether the page has at least two of: choices of size and quantity, and words for the kinds of service. */
function offersService(page: Document, texts: readonly PageText[]): boolean {
  const kinds = new Set<unknown>()
  const sizes = new Set<string>()
  if (page.querySelector(quantities)) kinds.add(quantities)
  for (const { text } of texts) {
    if (size.test(text) && sizes.add(text).size >= MIN_SIZES) kinds.add(sizes)
    for (const words of serviceWords) if (!kinds.has(words) && words.test(text)) kinds.add(words)
    if (kinds.size > 1) return true
  }
  return false
}
