import { SHOW_TEXT } from '../dom/constants.ts'
import { unclobbered } from '../dom/unclobbered.ts'

/** An ancestor further up, or with more text, parts or pictures, shows more than one thing. */
const MAX_LEVELS = 7
const MAX_TEXT_LENGTH = 300
const MAX_PARTS = 12
const MAX_PICTURES = 8

const MAX_NAMES = 4
const HEADINGS = 'h1,h2,h3,h4,h5,h6,[itemprop=name],[class*=title i],[class*=name i]'
/** Their words are commands: "Add to bag", "Watch this item". */
const COMMANDS = 'button,select,script,style,[role=button]'

/**
 * The element around a picture that shows it with its name, as a product's card does; undefined if there is none. A card may
 * show its product more than once, as when one picture takes the place of another under the pointer.
 */
export function cardOf(element: Element): Element | undefined {
  let card: Element | undefined
  let pictures = MAX_PICTURES
  let at = unclobbered(element).parentElement
  for (let level = 0; at && level < MAX_LEVELS && at !== document.body; level++) {
    const parent = unclobbered(at)
    const count = parent.getElementsByTagName('img').length
    if (count > pictures || parent.childElementCount > MAX_PARTS) break
    const text = parent.textContent.trim()
    if (text.length > MAX_TEXT_LENGTH) break
    if (text) {
      card = at
      pictures = count
    }
    at = parent.parentElement
  }
  return card
}

/** The names in a card: its headings, else its first texts. */
export function namesIn(card: Element | undefined): string[] {
  if (!card) return []
  const nodes: Node[] = [...card.querySelectorAll(HEADINGS)]
  if (nodes.length === 0) {
    const walker = document.createTreeWalker(card, SHOW_TEXT)
    while (walker.nextNode()) nodes.push(walker.currentNode)
  }
  return nodes
    .filter(
      ({ textContent, parentElement }) => /\p{L}{2}/u.test(textContent ?? '') && !parentElement?.closest(COMMANDS),
    )
    .slice(0, MAX_NAMES)
    .map(({ textContent }) => textContent ?? '')
}

/** A picture shown wider than this is no icon. CSS pixels. */
const MAX_ICON_PX = 130
const MIN_ICONS = 3
const PRICE = /\p{Sc}|\d[.,]\d\d/u

/** Whether a picture is one of a row of small ones, each with a text and none with a price, as beside "Free delivery". */
export function isIcon(element: Element, card: Element | undefined): boolean {
  const row = card && unclobbered(card).parentElement
  if (!row || element.clientWidth > MAX_ICON_PX) return false
  const cards = [...row.children].filter(one => one.querySelector('img,svg') && one.textContent.trim())
  return (
    cards.length >= MIN_ICONS && cards.length <= MAX_PARTS && !PRICE.test(cards.map(one => one.textContent).join(' '))
  )
}
