import { describe, expect, it, test } from 'vitest'
import { judgePages, shopFigures } from '../../../../scripts/shop-table/judged-pages.ts'
import { documentOf, type Part, parts, readShopPages } from '../../../../scripts/shop-table/shop-pages.ts'
import { detectShop } from './detect-shop.ts'

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
    const others = parts.filter(part => part !== 'hard')
    expect(others.flatMap(wrongIn)).toEqual([])
    expect(wrongIn('hard').sort()).toEqual(['luxury-home-no-text', 'spa-shell-list'])
  })

  test('gives the documented precision and recall', () => {
    expect(shopFigures(judged)).toEqual({ pages: 194, precision: 1, recall: 95 / 97 })
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

  it('asks for more than prices and pictures where people book, donate or rent', () => {
    const cards = `<ul>${'<li><img src="a.jpg"><b>Blue one</b><i>$12.00</i></li>'.repeat(3)}</ul>`
    expect(detectShop(documentOf(`<html><body>${cards}`)).isShop).toBe(true)
    expect(detectShop(documentOf(`<html><body><a href="/t">Book a table</a>${cards}`)).isShop).toBe(false)
    expect(detectShop(documentOf(`<html><head><title>Hôtels à Annecy</title></head><body>${cards}`)).isShop).toBe(false)
  })

  it('counts no subscription as a price', () => {
    const plan = (price: string) =>
      `<div><h3>Pro</h3><p>${price}<small>/month</small></p><a class="btn" href="#">BUY NOW</a></div>`
    expect(idsOf(plan('$19') + plan('$39')).sort()).toEqual(['buy', 'subscription'])
  })

  it('reads a price that a framework has split into text nodes', () => {
    expect(idsOf('<p>Price <b>$<!-- -->29<!-- -->.<!-- -->00</b></p>')).toEqual(['prices'])
  })

  it('takes a choice of sizes and quantity for a service of shops', () => {
    const sizes = '<select><option>S</option><option>M</option><option>L</option></select><input name="quantity">'
    expect(idsOf(sizes)).toEqual(['service'])
  })

  it('counts a reason once that two signals give, at its greatest weight', () => {
    const html = `<meta property="og:type" content="article">${jsonLd('{"@type":"NewsArticle"}')}`
    expect(detectShop(documentOf(html)).score).toBe(-4)
  })
})
