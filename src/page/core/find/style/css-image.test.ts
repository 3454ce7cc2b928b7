import { describe, expect, it } from 'vitest'
import { itemsOf, urlIn } from './css-image.ts'

describe('itemsOf', () => {
  it('splits at commas, but not within brackets and strings', () => {
    const list = 'linear-gradient(rgb(1, 2, 3), red), url("a,b)\\",(c"), none'
    expect(itemsOf(list)).toEqual(['linear-gradient(rgb(1, 2, 3), red)', 'url("a,b)\\",(c")', 'none'])
  })
})

describe('urlIn', () => {
  it.each([
    ['none', ''],
    ['linear-gradient(red, blue)', ''],
    ['url("https://a.shop/b.jpg")', 'https://a.shop/b.jpg'],
    ['url("data:image/svg+xml,<svg a=\\"b\\">\\a </svg>")', 'data:image/svg+xml,<svg a="b">\n</svg>'],
    ['-webkit-cross-fade(url("a.png"), url("b.png"), 0.5)', 'a.png'],
    ['-webkit-cross-fade(url("a.png"), -webkit-cross-fade(url("b.png"), url("c.png"), 0.6), 0.8)', 'c.png'],
    ['url("#part")', ''],
    ['url("a.png") / "instead"', 'a.png'],
  ])('reads %s', (image, url) => {
    expect(urlIn(image, 1)).toBe(url)
  })

  const set = 'image-set(url("a.png") 2dppx, url("b(2dppx).png") 1dppx, url("c.jxl") 1dppx type("image/jxl"))'
  it.each([
    [0.5, 'b(2dppx).png'],
    [1, 'b(2dppx).png'],
    [1.5, 'a.png'],
    [3, 'a.png'],
  ])('picks the option of an image set that is shown at %s device pixels per pixel', (ratio, url) => {
    expect(urlIn(set, ratio)).toBe(url)
  })
})
