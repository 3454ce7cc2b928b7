import { describe, expect, it, test } from 'vitest'
import { judgePages, shopFigures } from '../../../../scripts/shop-table/judged-pages.ts'
import { documentOf, type Part, parts, readShopPages } from '../../../../scripts/shop-table/shop-pages.ts'
import { detectShop } from './detect-shop.ts'
import { isPrice } from './prices/price.ts'

describe('the table of pages', () => {
  const judged = judgePages(readShopPages())

  const wrongIn = (part: Part) =>
    judged.filter(page => page.part === part && page.isShop !== page.verdict.isShop).map(({ name }) => name)

  test.each(parts)('has about as many shops as other pages in %s', part => {
    const shops = judged.filter(page => page.part === part && page.isShop).length
    const others = judged.filter(page => page.part === part && !page.isShop).length
    expect(shops).toBeGreaterThan(5)
    expect(Math.abs(shops - others)).toBeLessThan(3)
  })

  test('is judged correctly except for some of the hard pages', () => {
    expect([...wrongIn('tuning'), ...wrongIn('held-out')]).toEqual([])
    expect(wrongIn('hard').sort()).toEqual([
      'domain-registrar',
      'dutch-prices-without-sign',
      'luxury-home-no-text',
      'spa-shell-list',
      'ticket-shop-without-schema',
    ])
  })

  test('gives the documented precision and recall', () => {
    expect(shopFigures(judged)).toEqual({ pages: 92, precision: 42 / 44, recall: 42 / 45 })
  })

  test('gives more than one reason for each shop', () => {
    for (const { verdict } of judged.filter(({ verdict }) => verdict.isShop)) {
      expect(verdict.reasons.length).toBeGreaterThan(1)
      expect(verdict.score).toBe(verdict.reasons.reduce((sum, { weight }) => sum + weight, 0))
    }
  })
})

describe('shopFigures', () => {
  const page = (isShop: boolean, said: boolean) => ({
    name: '',
    part: 'tuning' as const,
    document: documentOf(''),
    isShop,
    verdict: { isShop: said, score: 0, reasons: [] },
  })

  it('counts misses and false alarms', () => {
    const figures = shopFigures([page(true, true), page(true, false), page(true, false), page(false, true)])
    expect(figures).toEqual({ pages: 4, precision: 1 / 2, recall: 1 / 3 })
    expect(shopFigures([page(false, false)])).toEqual({ pages: 1, precision: null, recall: null })
  })
})

describe('detectShop', () => {
  const idsOf = (html: string) => detectShop(documentOf(`<html><body>${html}`)).reasons.map(({ id }) => id)
  const jsonLd = (json: string) => `<script type="application/ld+json">${json}</script>`

  it('finds no shop and no reasons on an empty page', () => {
    expect(detectShop(documentOf(''))).toEqual({ isShop: false, score: 0, reasons: [] })
  })

  it.each([
    '{"@type":"Product"}',
    '{"@graph":[{"x":[{"@type":["Thing","https://schema.org/Product"]}]}]}',
    '{"@type":"Product",}',
    '{"__proto__":{"@type":"Product"},"constructor":{"prototype":null}}',
  ])('finds the product in %s', json => {
    expect(idsOf(jsonLd(json))).toEqual(['product'])
  })

  it.each(['null', '7', '""', '[]', '{"@type":{"@type":null}}', '{"@type":[[["Product"]]]}', '{', ''])(
    'finds nothing in %s and does not throw',
    json => expect(idsOf(jsonLd(json))).toEqual([]),
  )

  it('survives endless nesting and a page of a million characters', () => {
    expect(idsOf(jsonLd(`${'['.repeat(200_000)}`))).toEqual([])
    expect(idsOf(jsonLd(`${'{"a":'.repeat(5000)}{"@type":"Product"}${'}'.repeat(5000)}`))).toEqual([])
    expect(idsOf(`<p>${'€ 12 '.repeat(200_000)}</p>`)).toEqual([])
  })

  it('examines a bounded part of a huge page', () => {
    const many = (count: number) => documentOf(`<html><body>${'<p><a href="/x">word</a></p>'.repeat(count)}`)
    const steps = (page: Document) => {
      let taken = 0
      const create = page.createTreeWalker.bind(page)
      page.createTreeWalker = (...args) => {
        const walker = create(...args)
        const next = walker.nextNode.bind(walker)
        walker.nextNode = () => {
          taken++
          return next()
        }
        return walker
      }
      detectShop(page)
      return taken
    }
    expect(steps(many(6000))).toBe(steps(many(5000)))
  })

  it('uses the other signals where a page has broken one', () => {
    const page = documentOf('<html><body><i id="shopify-features"></i><b>$12.00</b><b>$13.00</b>')
    page.createTreeWalker = () => {
      throw new Error('clobbered')
    }
    expect(detectShop(page).reasons.map(({ id }) => id)).toEqual(['platform'])
  })

  it('ignores advertised goods and pages about carts', () => {
    expect(idsOf('<a rel="nofollow sponsored" href="/x">Buy now</a>')).toEqual([])
    expect(
      idsOf('<a href="/wiki/Warenkorb">Begriff</a><p>They add to cart and leave, she said of the basket.</p>'),
    ).toEqual([])
  })

  it('finds a cart that is an icon without text', () => {
    expect(idsOf('<a href="#" class="icon icon--basket"><svg></svg></a>')).toEqual(['cart'])
    expect(idsOf('<a href="/leather" class="basketry">Basketry</a>')).toEqual([])
  })

  it('counts a reason once that two signals give', () => {
    const html = `<meta property="og:type" content="article">${jsonLd('{"@type":"NewsArticle"}')}`
    expect(detectShop(documentOf(html)).score).toBe(-4)
  })
})

describe('isPrice', () => {
  it.each([
    '$78.00',
    '€ 59,95',
    '1 499 kr',
    '₪349.90',
    'Rs. 779',
    '12 990 ₽',
    '39,000원',
    '2,480 円',
    '١٤٩ ر.س',
    '۸۹۰٬۰۰۰ تومان',
    'R$ 189,90',
    '450,000₫',
    'from £58.00',
    'CHF 1’290.–',
    '€ 6.900,-',
  ])('accepts %s', text => expect(isPrice(text, 32)).toBe(true))

  it.each(['12 items', '2026', '$', '100 krone', '4.5 (212)', 'EURO 2024', ''])('rejects %s', text =>
    expect(isPrice(text, 32)).toBe(false),
  )

  it('rejects a price within a sentence', () => {
    expect(isPrice('A jacket that cost $120 in October was sold for $79.99.', 32)).toBe(false)
  })
})
