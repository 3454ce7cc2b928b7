import { expect, it } from 'vitest'
import { pageOf, referrerOf } from './referrer.ts'

it.each([
  ['https://cdn.example/a.jpg', 'https://a.shop/men/shirts?page=2#top', 'https://a.shop/'],
  ['https://cdn.example/a.jpg', 'https://a.shop:8443/men', 'https://a.shop:8443/'],
  ['https://cdn.example/a.jpg', 'http://a.shop/men', 'http://a.shop/'],
  ['https://cdn.example/a.jpg', 'https://me:secret@a.shop/men?page=2#top', 'https://a.shop/'],
  ['https://a.shop/a.jpg', 'https://a.shop/men', undefined],
  ['data:image/png;base64,AAAA', 'https://a.shop/men', undefined],
  ['http://cdn.example/a.jpg', 'https://a.shop/men', undefined],
])('sends with %s on %s the referrer %s', (picture, page, referrer) => {
  expect(referrerOf(picture, page)).toBe(referrer)
})

it.each([
  [{ url: 'https://a.shop/men', origin: 'https://a.shop' }, 'https://a.shop/men'],
  [{ url: 'about:srcdoc', origin: 'https://a.shop' }, 'https://a.shop'],
  [{ url: 'about:srcdoc', origin: 'null' }, undefined],
  [{ url: 'chrome-extension://abc/popup.html', origin: 'chrome-extension://abc' }, undefined],
  [undefined, undefined],
])('takes %o for the page %s', (sender, page) => {
  expect(pageOf(sender)).toBe(page)
})
