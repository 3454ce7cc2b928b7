import { isCartIcon, showsCart } from './cart-icons.ts'
import { leadsToCart } from './cart-path.ts'
import { shortText } from './short-text.ts'
import type { ShopReason } from './verdict.ts'
import { type Meaning, meaningsOf } from './words/label-meaning.ts'

/** Controls that are examined, from the top of the page, where carts are. */
const MAX_CONTROLS = 1500
/** Controls without words that are examined for an icon. */
const MAX_NAMELESS = 100
/** Icons outside controls that are examined. */
const MAX_ICONS = 60
/** Characters of a label; longer texts are teasers and sentences. */
const MAX_LABEL_LENGTH = 40

const controls =
  'a[href], button, input[type="submit"], input[type="button"], input[type="image"], [role="button"], .btn, .button, [onclick]'
const cartForms = 'form[action*="/cart/add" i], form[action*="/basket/add" i], input[name="cmd"][value="_cart"]'
/** Parts of a page that hold or count what is in the cart. */
const cartParts =
  '#cart-icon, #cart-count, .cart-count, .cart-counter, .cart-quantity, #cartCount, .cartCount, #cart-btn, .cart-icon, .cart-btn, .cart-items, ' +
  '.cart-sidebar, .cart-drawer, #cart-drawer, .cart-overlay, .cart-content, .minicart, #minicart, .mini-cart, #mini-cart, .shopping-cart, #shopping-cart'
/** Icons that scripts make controls of. */
const looseIcons =
  'header i, nav i, .header i, .nav i, .navbar i, .icons i, header svg use, nav svg use, header ion-icon, nav ion-icon'

const buyNames = /(?:^|[-_ ])(?:add|to)[-_]?(?:to)?[-_]?(?:cart|basket|bag)(?:$|[-_ ])|addto(?:cart|bag|basket)/i
/** Many carts are an icon without text. */
const cartNames =
  /(?:^|[-_ ])(?:mini|header|nav|shopping|open|view|my|top)?[-_]?(?:cart|basket|shoppingcart|shopping[-_]?bag|mini[-_]?bag)(?:[-_]?(?:icon|btn|button|link|toggle|trigger|count))?(?:$|[-_ ])|(?:open|show|toggle|view)_?cart/i
const namingAttributes = [
  'id',
  'class',
  'name',
  'data-hook',
  'data-testid',
  'data-action',
  'data-button-action',
  'onclick',
]

/** Reasons in the page's controls: a link to the cart, controls that put something in it, and controls of other trades. */
export function controlReasons(page: Document): ShopReason[] {
  const found = new Set<Meaning>()
  if (page.querySelector(cartForms)) found.add('purchase')
  if (page.querySelector(cartParts) || hasLooseIcon(page)) found.add('cart')
  const known = new Map<string, Set<Meaning>>()
  let seen = 0
  let nameless = 0
  for (const control of page.querySelectorAll(controls)) {
    if (++seen > MAX_CONTROLS || (found.has('purchase') && found.has('cart'))) break
    const labels = labelsOf(page, control)
    for (const label of labels) {
      const meanings = known.get(label) ?? meaningsOf(label)
      known.set(label, meanings)
      for (const meaning of meanings) if (meaning !== 'purchase' || !isAdvertisement(control)) found.add(meaning)
    }
    if (isNamed(control, buyNames)) found.add('purchase')
    else if (isNamed(control, cartNames) || leadsToCart(control.getAttribute('href'))) found.add('cart')
    else if (!found.has('cart') && labels.every(isNameless) && ++nameless < MAX_NAMELESS && showsCart(control))
      found.add('cart')
  }
  return reasonsFor(found)
}

function reasonsFor(found: Set<Meaning>): ShopReason[] {
  const reasons: ShopReason[] = []
  if (found.has('purchase')) reasons.push({ id: 'buy', weight: 3 })
  else if (found.has('order')) reasons.push({ id: 'buy', weight: 2 })
  if (found.has('cart')) reasons.push({ id: 'cart', weight: 2 })
  if (found.has('other')) reasons.push({ id: 'other_trade', weight: -2 })
  return reasons
}

/** Whether a control leads to another shop that sells the advertised goods. */
function isAdvertisement(control: Element): boolean {
  return /sponsored/i.test(control.getAttribute('rel') ?? '')
}

/** Counts, prices and the ligatures of icon fonts are no words. */
function isNameless(label: string): boolean {
  return !/\p{L}{2}/u.test(label) || /^[a-z]+(?:_[a-z]+)+[\s\p{Nd}]*$/u.test(label)
}

function hasLooseIcon(page: Document): boolean {
  return [...page.querySelectorAll(looseIcons)].slice(0, MAX_ICONS).some(icon => {
    const around = icon.closest('a, button') ? undefined : icon.parentElement
    return around && isCartIcon(icon) && isNameless(shortText(page, around, MAX_LABEL_LENGTH))
  })
}

function isNamed(control: Element, names: RegExp): boolean {
  return namingAttributes.some(name => names.test((control.getAttribute(name) ?? '').slice(0, 300)))
}

function labelsOf(page: Document, control: Element): string[] {
  const named = ['aria-label', 'title', 'value', 'alt'].map(name => control.getAttribute(name) ?? '')
  return [
    ...named.filter(label => label.length <= MAX_LABEL_LENGTH),
    shortText(page, control, MAX_LABEL_LENGTH),
  ].filter(Boolean)
}
