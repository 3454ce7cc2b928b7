import { expect, it } from 'vitest'
import { retryAfterMs } from './retry-after.ts'

const NOW = Date.parse('2026-11-28T12:00:00Z')
const LATER = 'Sat, 28 Nov 2026 12:01:30 GMT'

it.each<[Record<string, string>, ms: number | undefined]>([
  [{ 'retry-after': '3' }, 3000],
  [{ 'retry-after': ' 0 ' }, 0],
  [{ 'retry-after': LATER }, 90_000],
  [{ 'retry-after': LATER, date: 'Sat, 28 Nov 2026 12:01:00 GMT' }, 30_000],
  [{ 'retry-after': 'Sat, 28 Nov 2026 11:00:00 GMT' }, 0],
  [{ 'retry-after': 'soon' }, undefined],
  [{}, undefined],
])('%j asks to wait %s ms', (headers, ms) => {
  expect(retryAfterMs(new Headers(headers), NOW)).toBe(ms)
})
