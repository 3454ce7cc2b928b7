import { describe, expect, it } from 'vitest'
import { siteOf } from './entry.ts'

describe('siteOf', () => {
  it.each([
    ['https://www.shop.example/a?b', 'shop.example'],
    ['http://localhost:8080/', 'localhost:8080'],
    ['https://user:word@shop.example/', 'shop.example'],
    ['https://xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['about:blank', ''],
    ['', ''],
  ])('%s is of "%s"', (url, site) => expect(siteOf(url)).toBe(site))
})
