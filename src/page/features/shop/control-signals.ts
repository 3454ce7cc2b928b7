import { buyWords, cartLabels, cartWords } from './cart-words.ts'
import { shortText } from './short-text.ts'
import type { ShopReason } from './verdict.ts'

/** Controls that are examined, from the top of the page, where carts are. */
const MAX_CONTROLS = 1500
/** Characters of a label; longer texts are teasers and sentences. */
const MAX_LABEL_LENGTH = 40

const controls = 'a[href], button, input[type="submit"], input[type="button"], input[type="image"], [role="button"]'
const cartForms = 'form[action*="/cart/add" i], form[action*="/basket/add" i], input[name="cmd"][value="_cart"]'

const buyNames = /(?:^|[-_ ])(?:add|to)[-_]?(?:to)?[-_]?(?:cart|basket|bag)(?:$|[-_ ])|addtocart/i
/** Many carts are an icon without text. */
const cartNames = /(?:^|[-_ ])(?:mini|header|nav|shopping|open|view)?[-_]?(?:cart|basket)(?:$|[-_ ])/i
const namingAttributes = ['id', 'class', 'name', 'data-hook', 'data-testid', 'data-action', 'data-button-action']

/** Near the root of a site. Deeper in a path, `cart` stands for a page about carts. */
const cartPath =
  /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/)?(?:(?:checkout|shop|store|order|personal|gp|index\.php)\/)?(?:shopping[-_]?)?(?:cart|basket|bag|warenkorb|panier|carrito|cesta|carrello|carrinho|winkelwagen|winkelmand|koszyk|kosik|kosar|cos-de-cumparaturi|varukorg|handlekurv|kurv|ostoskori|sepet|sepetim)(?:[-_.]page|\.\w+)?(?:\/|$)/i

/** Reasons in the page's controls: a link to the cart, and controls that put something in it. */
export function controlReasons(page: Document): ShopReason[] {
  let hasBuy = page.querySelector(cartForms) !== null
  let hasCart = false
  let seen = 0
  for (const control of page.querySelectorAll(controls)) {
    if (++seen > MAX_CONTROLS || (hasBuy && hasCart)) break
    const labels = labelsOf(page, control)
    hasBuy ||= isBuy(control, labels)
    hasCart ||= isCart(control, labels)
  }
  const reasons: ShopReason[] = []
  if (hasBuy) reasons.push({ id: 'buy', weight: 3 })
  if (hasCart) reasons.push({ id: 'cart', weight: 2 })
  return reasons
}

function isBuy(control: Element, labels: string[]): boolean {
  // Another shop sells the advertised goods.
  if (/sponsored/i.test(control.getAttribute('rel') ?? '')) return false
  if (labels.some(label => buyWords.test(label))) return true
  return isNamed(control, buyNames)
}

function isCart(control: Element, labels: string[]): boolean {
  if (leadsToCart(control.getAttribute('href'))) return true
  if (isNamed(control, cartNames) && !isNamed(control, buyNames)) return true
  return labels.some(label => {
    if (buyWords.test(label)) return false
    const bare = label.replace(/[^\p{L}]+/gu, ' ').trim()
    return cartLabels.test(bare) || cartWords.test(label)
  })
}

function isNamed(control: Element, names: RegExp): boolean {
  return namingAttributes.some(name => names.test((control.getAttribute(name) ?? '').slice(0, 300)))
}

function leadsToCart(href: string | null): boolean {
  if (!href || href.length > 2000 || !URL.canParse(href, 'https://here.invalid')) return false
  const { hostname, pathname } = new URL(href, 'https://here.invalid')
  return cartPath.test(pathname) || /^(?:cart|basket)\./.test(hostname)
}

function labelsOf(page: Document, control: Element): string[] {
  const named = ['aria-label', 'title', 'value', 'alt'].map(name => control.getAttribute(name) ?? '')
  return [
    ...named.filter(label => label.length <= MAX_LABEL_LENGTH),
    shortText(page, control, MAX_LABEL_LENGTH),
  ].filter(Boolean)
}
