/** Icons of carts: classes of icon fonts, ids of SVG symbols, names of icon elements and pictures. */
const cartIcon =
  /(?:^|[\s_#/-])(?:(?:pe-7s|shopping|mini|add|add-to|my)[-_]?)?(?:cart|basket|trolley|shopping[-_]?bag|shop[-_]?bag|bag[-_]?shopping|local_mall|shoppingbag|shoppingcart)\d*(?:$|[\s_.-])/i
/** Names of icons that are a bag in the class of an icon font, and a product's picture elsewhere. */
const bagIcon =
  /(?:^|[\s_#-])(?:icon|bi|bx|bxs|bxl|fa|la|ti|lnr|ri|ph|uil|mdi|pe-7s|sicon|ion|i|svg|feather|lucide|tabler|eva|icofont|simple-line)[-_]?(?:\w+[-_])?(?:hand|tote|shopping)?[-_]?bag\d*(?:$|[\s_-])/i
/** The text that an icon font of Google's draws as an icon. */
const ligature = /^(?:add_)?shopping_(?:cart|bag|basket)(?:_checkout)?$|^local_mall$|^(?:🛒|🛍️?)$/u

const icons =
  'i, span, svg, use, img, em, b, ion-icon, iconify-icon, box-icon, [data-feather], [data-lucide], [class*="icon" i]'
const attributes = ['class', 'href', 'xlink:href', 'name', 'icon', 'data-feather', 'data-lucide', 'data-icon', 'id']

/** Icons of one control that are examined. */
const MAX_ICONS = 6

/** Whether a control without words shows a cart. */
export function showsCart(control: Element): boolean {
  if (ligature.test((control.textContent ?? '').replace(/[\s\p{Nd}]+/gu, ''))) return true
  let seen = 0
  for (const icon of control.querySelectorAll(icons)) {
    if (++seen > MAX_ICONS) return false
    if (isCartIcon(icon)) return true
  }
  return isCartIcon(control)
}

/** Whether an element is the icon of a cart. */
export function isCartIcon(icon: Element): boolean {
  if (icon.tagName === 'IMG') return isCartFile(icon.getAttribute('src') ?? '')
  return attributes.some(name => {
    const value = (icon.getAttribute(name) ?? '').slice(0, 300)
    return value !== '' && (cartIcon.test(value) || bagIcon.test(value))
  })
}

/** Whether a file is named as an icon: `cart.svg`, but not `leather-bag.jpg`. */
function isCartFile(source: string): boolean {
  return /(?:^|[/_-])(?:shopping[-_]?)?(?:cart|basket|bag[-_]?icon|icon[-_]?bag|shopping[-_]?bag|bag(?=\.svg))(?:[-_](?:icon|white|black|line|solid|\d+))?\.(?:svg|png|webp|gif)/i.test(
    source.slice(0, 2000),
  )
}
