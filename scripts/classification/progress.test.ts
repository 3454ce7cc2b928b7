import { expect, test } from 'vitest'
import { progressLine } from './progress.ts'

test('shows the share, the speed and the time left', () => {
  const line = progressLine({ done: 1250, failed: 0, total: 5000, perSecond: 62.5 })
  expect(line).toBe('██████░░░░░░░░░░░░░░░░░░ 25 % · 1,250 of 5,000 · 63 a second · 1:00 left')
})

test('shows what failed, and hours', () => {
  const line = progressLine({ done: 100, failed: 3, total: 100_000, perSecond: 4 })
  expect(line).toMatch(/ 0 % · 100 of 100,000 · 3 failed · 4\.0 a second · 6:56:15 left$/)
})

test('shows only the count and speed until the total is known', () => {
  expect(progressLine({ done: 90, failed: 0, perSecond: 60 })).toBe('90 · 60 a second')
})

test('never shows more than all, and no time before the first answer', () => {
  expect(progressLine({ done: 12, failed: 0, total: 10, perSecond: 12 })).toContain('100 % · 12 of 10')
  expect(progressLine({ done: 0, failed: 0, total: 10, perSecond: 0 })).not.toContain('left')
})
