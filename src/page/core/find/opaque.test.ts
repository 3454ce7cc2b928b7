import { describe, expect, it } from 'vitest'
import { isOpaque } from './opaque.ts'

describe('isOpaque', () => {
  it.each([
    ['https://a.shop/shirt.jpg', true],
    ['https://a.shop/shirt.JPEG?v=1&width=533', true],
    ['data:image/jpeg;base64,AAAA', true],
    ['https://a.shop/frame.png', false],
    ['https://a.shop/shirt.webp', false],
    ['https://a.shop/resize?url=shirt.jpg', false],
    ['data:image/png;base64,.jpg', false],
    ['blob:https://a.shop/1', false],
    ['', false],
  ])('of %s is %s', (url, isSo) => {
    expect(isOpaque({ kind: 'img', url })).toBe(isSo)
  })

  it('is false for a background, which may fill only a part of its box', () => {
    expect(isOpaque({ kind: 'background', url: 'https://a.shop/shirt.jpg' })).toBe(false)
  })
})
