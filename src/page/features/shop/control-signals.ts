import { isCartIcon, showsCart } from './cart-icons.ts'
import { leadsToCart } from './cart-path.ts'
import { shortText } from './short-text.ts'
import type { ShopReason } from './verdict.ts'
import { buyWords, cartLabels, cartWords, orderLabels } from './words/cart-words.ts'
import { otherTradeActions } from './words/other-trade-words.ts'

/** Controls that are examined, from the top of the page, where carts are. */
const MAX_CONTROLS = 1500
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

const buyNames = /(?:^|[-_ ])(?:add|to)[-_]?(?:to)?[-_]?(?:cart|basket|bag)(?:$|[-_ ])|addtocart/i
/** Many carts are an icon without text. */
const cartNames =
  /(?:^|[-_ ])(?:mini|header|nav|shopping|open|view|my|top)?[-_]?(?:cart|basket|shoppingcart|shopping[-_]?bag|mini[-_]?bag)(?:[-_]?(?:icon|btn|button|link|toggle|trigger|count))?(?:$|[-_ ])/i
const namingAttributes = ['id', 'class', 'name', 'data-hook', 'data-testid', 'data-action', 'data-button-action']

/** Reasons in the page's controls: a link to the cart, controls that put something in it, and controls of other trades. */
export function controlReasons(page: Document): ShopReason[] {
  let hasBuy = page.querySelector(cartForms) !== null
  let hasCart = page.querySelector(cartParts) !== null || hasLooseIcon(page)
  let hasOrder = false
  let hasOtherAction = false
  let seen = 0
  for (const control of page.querySelectorAll(controls)) {
    if (++seen > MAX_CONTROLS || (hasBuy && hasCart)) break
    const labels = labelsOf(page, control)
    hasBuy ||= isBuy(control, labels)
    hasCart ||= isCart(control, labels)
    hasOrder ||= labels.some(label => orderLabels.test(label))
    hasOtherAction ||= labels.some(label => otherTradeActions.test(label))
  }
  const reasons: ShopReason[] = []
  if (hasBuy) reasons.push({ id: 'buy', weight: 3 })
  else if (hasOrder) reasons.push({ id: 'buy', weight: 2 })
  if (hasCart) reasons.push({ id: 'cart', weight: 2 })
  if (hasOtherAction) reasons.push({ id: 'other_trade', weight: -2 })
  return reasons
}

function isBuy(control: Element, labels: string[]): boolean {
  // Another shop sells the advertised goods.
  if (/sponsored/i.test(control.getAttribute('rel') ?? '')) return false
  if (labels.some(label => buyWords.test(label) && !otherTradeActions.test(label))) return true
  return isNamed(control, buyNames)
}

function isCart(control: Element, labels: string[]): boolean {
  if (leadsToCart(control.getAttribute('href'))) return true
  if (isNamed(control, cartNames) && !isNamed(control, buyNames)) return true
  if (labels.every(isNameless) && showsCart(control)) return true
  return labels.some(label => {
    if (buyWords.test(label)) return false
    const bare = label.replace(/[^\p{L}\p{M}]+/gu, ' ').trim()
    return cartLabels.test(bare) || cartWords.test(label)
  })
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
