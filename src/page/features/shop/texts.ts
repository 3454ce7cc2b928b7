import { isPrice, mayBePrice } from './price.ts'
import { shortText, TEXT } from './short-text.ts'
import type { ShopReason } from './verdict.ts'
import { serviceWords } from './words.ts'

/** Pieces of text that are looked at, from the top of the page. */
const MOST = 4000
/** Price tags after which more say nothing new. */
const ENOUGH_TAGS = 2
/** Characters of a price tag with what stands beside the price: "from", an older price, "incl. VAT". */
const LONGEST_TAG = 32
/** Characters of a footer's line. */
const LONGEST_LINE = 60

const unseen = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA', 'CODE', 'PRE', 'TITLE'])

/** Price tags, and what shops offer around the goods. */
export function textReasons(page: Document): ShopReason[] {
  const tags = new Set<Element>()
  const services = new Set<RegExp>()
  const texts = page.createTreeWalker(page.body, TEXT)
  for (let seen = 0; seen < MOST && texts.nextNode(); seen++) {
    const { currentNode: node } = texts
    const parent = node.parentElement
    const text = (node.nodeValue ?? '').slice(0, 200).trim()
    if (!parent || !text || text.length > LONGEST_LINE || unseen.has(parent.tagName)) continue
    for (const words of serviceWords) if (words.test(text)) services.add(words)
    if (tags.size < ENOUGH_TAGS && mayBePrice(text)) {
      const tag = tagAround(page, node, parent)
      if (tag) tags.add(tag)
    }
    if (tags.size === ENOUGH_TAGS && services.size > 1) break
  }
  const reasons: ShopReason[] = []
  if (tags.size > 0) reasons.push({ id: 'prices', weight: tags.size })
  if (services.size > 1) reasons.push({ id: 'service', weight: 2 })
  return reasons
}

/** The element that is a price tag: many write the sum and its currency in elements of their own. */
function tagAround(page: Document, node: Node, parent: Element): Element | undefined {
  if (isPrice((node.nodeValue ?? '').trim(), LONGEST_TAG)) return parent
  const around = [parent, parent.parentElement].filter(element => element !== null)
  return around.find(element => isPrice(shortText(page, element, LONGEST_TAG), LONGEST_TAG))
}
