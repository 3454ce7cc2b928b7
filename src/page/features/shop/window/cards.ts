import type { PriceTag } from '../prices/price-tags.ts'
import { shortText } from '../short-text.ts'

/** How far above a price tag its card may be. */
const MAX_LEVELS = 8
/** Characters and text nodes of a card; what is longer is an article. */
const MAX_CARD_LENGTH = 600
const MAX_CARD_TEXTS = 80
/** Characters that a card shows beside its price at least. */
const MIN_NAME_LENGTH = 3

const pictures =
  'img, picture, video, canvas, amp-img, [style*="background"], [data-bg], [data-setbg], [data-background], [data-background-image], [data-original], [class*="img" i], [class*="image" i], [class*="thumb" i]'
/** Portraits, flags and signets stand beside names and sums that are no goods. */
const notGoods = /(?:^|[\s/_-])(?:avatar|user(?:pic)?(?![a-z])|profile|author|flag|logo|emoji)/i
const roots = new Set(['BODY', 'MAIN', 'HTML', 'FORM'])

/** A part of the page that shows a picture, a name and a price. */
export interface Card {
  element: Element
  /** All its text, with collapsed white space. */
  text: string
  /** Its first picture is a portrait, a flag or a logo. */
  hasSignet: boolean
}

/** The cards around price tags, grouped by their structure. */
export function cardGroups(page: Document, tags: readonly PriceTag[]): Card[][] {
  const groups = new Map<string, Map<Element, Card>>()
  const pictured = new Map<Element, boolean>()
  for (const tag of tags) {
    const element = cardAround(tag.element, pictured)
    if (!element) continue
    const structure = `${signature(element.parentElement)}>${signature(element)}`
    const group = groups.get(structure) ?? new Map<Element, Card>()
    groups.set(structure, group)
    if (group.has(element)) continue
    const text = shortText(page, element, MAX_CARD_LENGTH, MAX_CARD_TEXTS)
    const name = text.replace(tag.text, '').match(/\p{L}/gu)
    if (name && name.length >= MIN_NAME_LENGTH) group.set(element, { element, text, hasSignet: hasSignet(element) })
  }
  return [...groups.values()].map(group => [...group.values()])
}

/** The smallest element around a price tag that has a picture. */
function cardAround(tag: Element, pictured: Map<Element, boolean>): Element | undefined {
  let element: Element | null = tag
  for (let level = 0; element && level < MAX_LEVELS; level++, element = element.parentElement) {
    if (roots.has(element.tagName)) return undefined
    let has = pictured.get(element)
    if (has === undefined) {
      has = element.matches(pictures) || element.querySelector(pictures) !== null
      pictured.set(element, has)
    }
    if (has) return element
  }
  return undefined
}

function hasSignet(card: Element): boolean {
  const picture = card.querySelector('img')
  const own = ['class', 'src', 'alt'].map(name => picture?.getAttribute(name) ?? '')
  const around = picture?.parentElement === card ? '' : (picture?.parentElement?.getAttribute('class') ?? '')
  return [...own, around].some(name => notGoods.test(name.slice(0, 300)))
}

function signature(element: Element | null): string {
  const [first = ''] = (element?.getAttribute('class') ?? '').trim().split(/\s+/, 1)
  // Numbers in a class are the item's own.
  return `${element?.tagName}.${first.replace(/\d+/g, '')}`
}
