import { hasCurrency, isPrice } from './price.ts'
import { serviceWords } from './service-words.ts'
import { shortText, TEXT } from './short-text.ts'
import type { ShopReason } from './verdict.ts'

/** Text nodes that are examined, from the top of the page. */
const MAX_TEXTS = 4000
/** More price tags than this do not change the verdict. */
const MAX_TAGS = 2
/** Characters of a price tag, including "from", a former price or "incl. VAT". */
const MAX_TAG_LENGTH = 32
/** Characters of a line in a footer. */
const MAX_LINE_LENGTH = 60

/** Characters of a text node that are read, including indentation. */
const MAX_TEXT_LENGTH = 200

const invisible = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA', 'CODE', 'PRE', 'TITLE'])

/** Reasons in the page's text: price tags, and services that shops offer with their goods. */
export function textReasons(page: Document): ShopReason[] {
  const tags = new Set<Element>()
  const services = new Set<RegExp>()
  const texts = page.createTreeWalker(page.body, TEXT)
  for (let seen = 0; seen < MAX_TEXTS && texts.nextNode(); seen++) {
    const { currentNode: node } = texts
    const parent = node.parentElement
    const text = (node.nodeValue ?? '').slice(0, MAX_TEXT_LENGTH).trim()
    if (!parent || !text || text.length > MAX_LINE_LENGTH || invisible.has(parent.tagName)) continue
    for (const words of serviceWords) if (words.test(text)) services.add(words)
    if (tags.size < MAX_TAGS && hasCurrency(text)) {
      const tag = tagAround(page, node, parent)
      if (tag) tags.add(tag)
    }
    if (tags.size === MAX_TAGS && services.size > 1) break
  }
  const reasons: ShopReason[] = []
  if (tags.size > 0) reasons.push({ id: 'prices', weight: tags.size })
  if (services.size > 1) reasons.push({ id: 'service', weight: 2 })
  return reasons
}

/** The price tag that a text belongs to: many shops write sum and currency in separate elements. */
function tagAround(page: Document, node: Node, parent: Element): Element | undefined {
  if (isPrice((node.nodeValue ?? '').trim(), MAX_TAG_LENGTH)) return parent
  const candidates = [parent, parent.parentElement].filter(element => element !== null)
  return candidates.find(element => isPrice(shortText(page, element, MAX_TAG_LENGTH), MAX_TAG_LENGTH))
}
