import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../../../scripts/shop-table/shop-pages.ts'
import { pageTexts } from '../prices/page-texts.ts'
import { priceTags } from '../prices/price-tags.ts'
import { windowReasons } from './window-reasons.ts'

function idsOf(html: string): string[] {
  const page = documentOf(`<html><body>${html}`)
  return windowReasons(page, priceTags(page, pageTexts(page))).map(({ id }) => id)
}

const cards = (count: number, card: (i: number) => string) => Array.from({ length: count }, (_, i) => card(i)).join('')
const plain = (i: number) =>
  `<li><img src="${i}.jpg"><p>Canvas ${'Low High Mid'.split(' ')[i]}</p><b>€5${i}.99</b></li>`

describe('a shop window', () => {
  it('is three cards of one structure', () => {
    expect(idsOf(`<ul>${cards(3, plain)}</ul>`)).toEqual(['window'])
    expect(idsOf(`<ul>${cards(2, plain)}</ul>`)).toEqual([])
  })

  it('is two cards with a button each', () => {
    expect(
      idsOf(cards(2, i => `<div><img src="${i}.jpg"><p>Air ${i} low</p><b>$120</b><button>→</button></div>`)),
    ).toEqual(['window'])
  })

  it('may have rows, numbered classes, and pictures in the background', () => {
    const card = (i: number) =>
      `<div class="item${i}"><div style="background:url(${i}.jpg)"></div><p>Kurti</p><p>Rs: <b>${i}99</b></p></div>`
    expect(idsOf(cards(2, () => `<div class="row">${cards(2, i => card(i + 1))}</div>`))).toEqual(['window'])
  })

  it.each([
    ['cards without a name', (i: number) => `<li><img src="${i}.jpg"><b>€5${i}.99</b></li>`],
    ['cards without a picture', (i: number) => `<li><p>Canvas</p><b>€5${i}.99</b></li>`],
    ['advertisements', (i: number) => `<a rel="sponsored" href="/a"><img src="${i}.jpg"><p>Shirt</p><b>€5${i}</b></a>`],
    [
      'offers of different shops',
      (i: number) => `<li><a href="https://s${i}.example/"><img src="${i}.jpg"></a><p>Shirt</p><b>€5${i}</b></li>`,
    ],
  ])('is not made of %s', (_, card) => expect(idsOf(`<ul>${cards(3, card)}</ul>`)).toEqual([]))

  it('is not a table of data', () => {
    const row = (i: number) => `<tr><td><img src="${i}.png"> Some product</td><td>$1${i} USD</td></tr>`
    expect(idsOf(`<table>${cards(3, row)}</table>`)).toEqual(['window'])
    expect(idsOf(`<table><tr><th>Product</th><th>Price</th></tr>${cards(3, row)}</table>`)).toEqual([])
  })
})

describe('another trade', () => {
  it.each([
    ['homes', '3 beds, 84 m²', ''],
    ['cars', '148 000 km', ''],
    ['events', 'Fri 5 Dec, 20:30', ''],
    ['coins', '−0.42 %', ''],
    ['courses', '42 hours', ''],
    ['rooms', '1 night, 2 guests', ''],
    ['posts', 'for the pair', 'class="avatar"'],
  ])('shows %s', (_, fact, attributes) => {
    const card = (i: number) =>
      `<li><img ${attributes} src="${i}.jpg"><p>Name of it</p><b>$4${i}</b><p>${fact}</p></li>`
    expect(idsOf(`<ul>${cards(3, card)}</ul>`)).toEqual(['other_trade'])
  })

  it('is not told by a discount, a countdown or a promise of delivery', () => {
    const card = (i: number) =>
      `<li><img src="${i}.jpg"><p>Chelsea boot</p><b>€ 4${i},95</b><p>-20 % 12:04:33 Voor 23:59 besteld, morgen in huis</p></li>`
    expect(idsOf(`<ul>${cards(3, card)}</ul>`)).toEqual(['window'])
  })
})
