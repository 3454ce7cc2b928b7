import { expect, it } from 'vitest'
import { freshnessOf } from './freshness.ts'

const NOW = Date.parse('2026-11-28T12:00:00Z')
const DATE = new Date(NOW - 10_000).toUTCString()
const DAY_S = 24 * 3600

it.each<[Record<string, string>, freshS: number]>([
  [{ 'cache-control': 'public, max-age=600' }, 600],
  [{ 'cache-control': 'private, Max-Age="600"', age: '200' }, 400],
  [{ 'cache-control': 'max-age=600', date: DATE }, 590],
  [{ 'cache-control': 'max-age=5', date: DATE }, 0],
  [{ 'cache-control': 'max-age=600', date: new Date(NOW + DAY_S * 1000).toUTCString() }, 600],
  [{ 'cache-control': 'max-age=600, no-cache' }, 0],
  [{ 'cache-control': 'no-store, max-age=600' }, 0],
  [{ pragma: 'no-cache', expires: new Date(NOW + 60_000).toUTCString() }, 0],
  [{ expires: new Date(NOW + 60_000).toUTCString(), date: DATE }, 60],
  [{ expires: '0' }, 0],
  [{ date: DATE, 'last-modified': new Date(NOW - 10_000 - 1_000_000).toUTCString() }, 90],
  [{ 'last-modified': new Date(NOW - 100 * DAY_S * 1000).toUTCString() }, DAY_S],
  [{}, 0],
])('with %j is fresh for %i s', (headers, freshS) => {
  expect(freshnessOf(new Headers(headers), NOW).freshMs).toBe(freshS * 1000)
})

it.each<[Record<string, string>, isVolatile: boolean]>([
  [{ 'cache-control': 'no-store' }, true],
  [{ 'cache-control': 'no-store', etag: '"1"' }, true],
  [{ 'cache-control': 'no-store', 'last-modified': DATE }, false],
  [{ 'cache-control': 'no-cache' }, true],
  [{ 'cache-control': 'public, max-age=0, must-revalidate', etag: '"1"' }, false],
  [{ expires: '0' }, true],
  [{ 'cache-control': 'max-age=600' }, false],
  [{}, false],
])('with %j may change with every request: %j', (headers, isVolatile) => {
  expect(freshnessOf(new Headers(headers), NOW).isVolatile).toBe(isVolatile)
})
