import { parseHTML } from 'linkedom'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answer } from '../../../apparel/answer.ts'
import { answerInPlace } from './decoration.ts'

const answerAt = (confidence: number): Answer => ({
  prediction: { verdict: 'garment', garment: 'Hat', confidence, probabilities: [] },
})

/** What is said about the picture with the id `at`, or the first one. */
function verdictOn(html: string, confidence = 0.8, url = 'https://a.shop/1.jpg') {
  const { document, HTMLFormElement, ShadowRoot } = parseHTML(`<html><body>${html}</body></html>`)
  vi.stubGlobal('HTMLFormElement', HTMLFormElement)
  vi.stubGlobal('ShadowRoot', ShadowRoot)
  for (const link of document.querySelectorAll('a')) {
    const { origin, pathname, search, hash } = new URL(link.getAttribute('href') ?? '', 'https://a.shop')
    Object.assign(link, { origin, pathname, search, hash })
  }
  for (const [i, image] of document.querySelectorAll('img').entries()) {
    const width = Number(image.getAttribute('width') ?? 200)
    image.getBoundingClientRect = () => ({ left: i * width, top: 0, width, height: width }) as DOMRect
  }
  const element = document.querySelector('#at') ?? (document.querySelector('img') as Element)
  const answer = answerInPlace(answerAt(confidence), { element, kind: 'img', key: url, url })
  return answer && 'prediction' in answer ? answer.prediction.verdict : undefined
}

beforeEach(() => {
  vi.stubGlobal('location', new URL('https://a.shop/hats'))
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const image = '<img>'
const row = (width: number) => `<ul>${`<li><a href="/x"><img width="${width}"></a></li>`.repeat(4)}</ul>`

describe('answerInPlace', () => {
  it.each([
    ['in the header of the page', `<header>${image}</header>`],
    ['in the footer of the page', `<div role="contentinfo"><p>${image}</p></div>`],
    ['in a link to the home page', `<a href="/">${image}</a>`],
    ["in a link to a language's home page", `<a href="/en-gb/">${image}</a>`],
    ['called a logo by its text', '<img alt="Birk logo">'],
    ['called a logo by its class', '<img class="brandLogo">'],
    ["called a logo by its parent's id", `<div id="site-logo">${image}</div>`],
    ['in a row of icons', row(40)],
  ])('is unsure of a picture %s, unless the network is very sure', (_, html) => {
    expect(verdictOn(html)).toBe('unsure')
    expect(verdictOn(html, 0.995)).toBe('garment')
  })

  it('is unsure of a file that is named a logo', () => {
    expect(verdictOn(image, 0.8, 'https://a.shop/img/birk-logo@2x.png?v=3')).toBe('unsure')
    expect(verdictOn(image, 0.8, 'https://a.shop/logo/1.png?from=logo')).toBe('garment')
  })

  it.each([
    ['a product', `<main><a href="/hats/1">${image}</a></main>`],
    ['a picture in the header of an article', `<article><header>${image}</header></article>`],
    ['a link to the home page of another site', `<a href="https://b.shop/">${image}</a>`],
    ['a search on the home page', `<a href="/?q=hat">${image}</a>`],
    ['a T-shirt with a logo', '<img alt="Tee with a logo print">'],
    ['a word that contains another', '<img class="catalogo">'],
    ['a row of large pictures', row(120)],
    ['a small picture alone', '<img width="40">'],
  ])('leaves the answer about %s as it is', (_, html) => {
    expect(verdictOn(html)).toBe('garment')
  })

  it('leaves failures and other verdicts as they are', () => {
    const failure: Answer = { failure: 'empty' }
    expect(answerInPlace(failure, { element: {} as Element, kind: 'img', key: '', url: '' })).toBe(failure)
  })
})
