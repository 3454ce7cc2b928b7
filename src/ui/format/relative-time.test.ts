import { describe, expect, it } from 'vitest'
import { relativeTime } from './relative-time.ts'

describe('relativeTime', () => {
  const now = Date.UTC(2026, 5, 15, 12)
  it.each([
    [0, 'now'],
    [59_000, 'now'],
    [-5_000, 'now'],
    [60_000, '1 min. ago'],
    [59 * 60_000, '59 min. ago'],
    [3 * 3_600_000, '3 hr. ago'],
    [30 * 3_600_000, 'yesterday'],
    [6 * 86_400_000, '6 days ago'],
    [7 * 86_400_000, 'Jun 8, 2026'],
  ])('formats an age of %d ms as "%s"', (age, words) => {
    expect(relativeTime(now - age, now, 'en')).toBe(words)
  })
})
