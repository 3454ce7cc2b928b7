import { shortText } from '../short-text.ts'
import type { PageText } from './page-texts.ts'
import { hasDigit, isPrice } from './price.ts'
import { isRecurring } from './recurring.ts'

/** Price tags that are examined. */
const MAX_TAGS = 40
/** Characters of a price tag, including "from", a former price or "incl. VAT". */
const MAX_TAG_LENGTH = 32
/** Numbers without a currency that are examined for one in the elements around them. */
const MAX_BARE_NUMBERS = 200
const bareNumber = /^[\p{Nd}\s.,'’٬٫–-]{1,20}$/u
/** Texts after a price tag in which its period is looked for. */
const TEXTS_AFTER = 3

/** An element that shows a price and little else. */
export interface PriceTag {
  element: Element
  /** The part of its text that made it one. */
  text: string
  /** The price is for a month, a seat, a night or the like. */
  isRecurring: boolean
}

/** The first price tags of the page; prices within sentences are none. */
export function priceTags(page: Document, texts: readonly PageText[]): PriceTag[] {
  const tags = new Map<Element, PriceTag>()
  const readElements = new Map<Element, boolean>()
  let bareNumbers = 0

  function tagAround({ parent, text }: PageText): Element | undefined {
    if (isPrice(text, MAX_TAG_LENGTH)) return parent
    // Many shops write sum, cents and currency in separate elements.
    if (!bareNumber.test(text) || ++bareNumbers > MAX_BARE_NUMBERS) return undefined
    return [parent, parent.parentElement].find(element => element && isTag(element)) ?? undefined
  }

  function isTag(element: Element): boolean {
    const known = readElements.get(element)
    if (known !== undefined) return known
    const is = isPrice(shortText(page, element, MAX_TAG_LENGTH), MAX_TAG_LENGTH)
    readElements.set(element, is)
    return is
  }

  for (const [i, text] of texts.entries()) {
    if (tags.size >= MAX_TAGS) break
    if (!hasDigit(text.text)) continue
    const element = tagAround(text)
    if (element && !tags.has(element))
      tags.set(element, { element, text: text.text, isRecurring: isRecurring(text.text, textAfter(texts, i, element)) })
  }
  return [...tags.values()]
}

/** What stands after the price in its tag, and after the tag. */
function textAfter(texts: readonly PageText[], index: number, tag: Element): string {
  const own = texts[index]?.text.replace(/^.*\p{Nd}/u, '') ?? ''
  let end = index + 1
  while (end < index + 5 && tag.contains(texts[end]?.parent ?? null)) end++
  return [own, ...texts.slice(index + 1, end + TEXTS_AFTER).map(({ text }) => text)].join(' ').replace(/\s+/g, ' ')
}
