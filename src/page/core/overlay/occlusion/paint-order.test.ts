import { parseHTML } from 'linkedom'
import { afterEach, expect, it, vi } from 'vitest'
import { byPaintOrder } from './paint-order.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** The ids of the images, from top to bottom. Styles are in attributes. */
function orderOf(html: string): string {
  const { document, Node, HTMLFormElement } = parseHTML(`<html><body>${html}</body></html>`)
  vi.stubGlobal('Node', Node)
  vi.stubGlobal('HTMLFormElement', HTMLFormElement)
  const initial = { position: 'static', zIndex: 'auto', opacity: '1', transform: 'none' }
  vi.stubGlobal('getComputedStyle', (element: Element) => {
    const own = (element.getAttribute('style') ?? '').split(';').map(part => part.split(':'))
    return { ...initial, ...Object.fromEntries(own) }
  })
  return [...document.querySelectorAll('img')]
    .sort(byPaintOrder)
    .map(({ id }) => id)
    .join('')
}

it.each([
  ['the later of two equals', '<img id="a"><img id="b">', 'ba'],
  ['what is positioned', '<img id="a" style="position:absolute"><img id="b">', 'ab'],
  [
    'a higher z-index',
    '<img id="a" style="position:absolute;zIndex:2"><img id="b" style="position:absolute;zIndex:1">',
    'ab',
  ],
  ['what is in flow, before a negative z-index', '<img id="a"><img id="b" style="position:absolute;zIndex:-1">', 'ab'],
  ['a fading one, before one in flow', '<img id="a" style="opacity:0.5"><img id="b">', 'ab'],
  [
    'a z-index in what is positioned without one',
    '<p style="position:relative"><img id="a" style="position:absolute;zIndex:9"></p><img id="b" style="position:absolute;zIndex:3">',
    'ab',
  ],
  [
    'the outermost stacking context, whatever is in it',
    '<p style="position:relative;zIndex:1"><img id="a" style="position:absolute;zIndex:9"></p><p style="position:relative;zIndex:2"><img id="b"></p>',
    'ba',
  ],
])('puts on top %s', (_, html, order) => {
  expect(orderOf(html)).toBe(order)
})
