import type { ShopReason } from './verdict.ts'

const prices = ['product:price:amount', 'og:price:amount', 'product:sale_price:amount']

/** Reasons in what the page tells social networks (https://ogp.me). Wikis are recognised by their generator. */
export function openGraphReasons(page: Document): ShopReason[] {
  const type = contentOf(page, 'meta[property="og:type"]')
  const hasPrice = prices.some(property => contentOf(page, `meta[property="${property}"]`))
  const isWiki = /^(?:mediawiki|dokuwiki)/.test(contentOf(page, 'meta[name="generator"]'))
  if (/^(?:og:)?product/.test(type) || hasPrice) return [{ id: 'og_product', weight: 3 }]
  if (/^(?:article|blog|video|music|profile)\b/.test(type) || isWiki) return [{ id: 'article', weight: -4 }]
  if (/^(?:event|hotel|restaurant|book)\b/.test(type)) return [{ id: 'other_trade', weight: -5 }]
  return []
}

function contentOf(page: Document, selector: string): string {
  return (page.querySelector(selector)?.getAttribute('content') ?? '').slice(0, 100).trim().toLowerCase()
}
