const names =
  '(?:shopping[-_]?)?(?:cart|basket|bag|warenkorb|panier|carrito|cesta|carrello|carrinho|winkelwagen|winkelmand|koszyk|kosik|kosar|cos-de-cumparaturi|varukorg|handlekurv|kurv|ostoskori|sepet|sepetim|korzina|kosarica|korpa|keranjang|gio-hang)'

/** Near the root of a site. Deeper in a path, `cart` stands for a page about carts. */
const cartPath = new RegExp(
  `^/(?:[a-z]{2}(?:[-_][a-z]{2})?/)?(?:(?:checkout|shop|store|order|personal|gp|index\\.php)/)?${names}(?:[-_.]page|\\.\\w+)?(?:/|$)`,
  'i',
)
/** A file of that name may be anywhere. */
const cartFile = new RegExp(`/${names}\\.(?:html?|php|aspx?|jsp|do)$`, 'i')
const cartFragment = new RegExp(
  `^#/?(?:mini|side|offcanvas)?[-_]?${names}(?:[-_]?(?:drawer|modal|sidebar|popup))?$`,
  'i',
)

/** Whether an address is that of a cart. */
export function leadsToCart(href: string | null): boolean {
  if (!href || href.length > 2000 || !URL.canParse(href, 'https://here.invalid')) return false
  const { hostname, pathname, hash } = new URL(href, 'https://here.invalid')
  return (
    cartPath.test(pathname) || cartFile.test(pathname) || cartFragment.test(hash) || /^(?:cart|basket)\./.test(hostname)
  )
}
