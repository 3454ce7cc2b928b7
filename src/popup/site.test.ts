import { describe, expect, it } from 'vitest'
import { matchPattern } from '../settings/match-pattern.ts'
import { siteOf } from './site.ts'

describe('siteOf', () => {
  it('is the origin of a web page', () => {
    const site = siteOf('http://shop.example:8080/shoes?x=1')
    expect(site).toEqual({ origin: 'http://shop.example:8080', host: 'shop.example:8080' })
    expect(matchPattern('http://shop.example:8080')).toBe('http://shop.example/*')
  })

  it.each([
    ['chrome://settings/', 'site_barred_browser'],
    ['about:blank', 'site_barred_browser'],
    ['https://chromewebstore.google.com/detail/x', 'site_barred_store'],
    ['file:///home/me/shoes.html', 'site_barred_file'],
    [undefined, 'site_barred_other'],
    ['', 'site_barred_other'],
  ])('bars %s', (url, barred) => {
    expect(siteOf(url)).toEqual({ barred })
  })
})
