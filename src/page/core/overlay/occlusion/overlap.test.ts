import { describe, expect, it } from 'vitest'
import { layoutKey, overlapShare } from './overlap.ts'

const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})

describe('overlapShare', () => {
  it.each([
    ['1 for the same box', box(0, 0, 100, 100), 1],
    ['1 for a box within the other', box(20, 20, 10, 10), 1],
    ['0.5 for half the smaller box', box(50, 0, 100, 200), 0.5],
    ['0 for boxes beside each other', box(100, 0, 50, 50), 0],
  ])('is %s', (_, other, share) => {
    expect(overlapShare(box(0, 0, 100, 100), other)).toBe(share)
    expect(overlapShare(other, box(0, 0, 100, 100))).toBe(share)
  })
})

describe('layoutKey', () => {
  const key = (x: number, y: number) => layoutKey(box(x, y, 100, 100), [box(x + 10, y, 100, 100)])

  it('stays the same when everything scrolls, even by fractions of a pixel', () => {
    expect(key(0, -500)).toBe(key(0, 0))
    expect(key(0, 0.25)).toBe(key(0, 0))
  })

  it('changes with a distance, a size and another picture', () => {
    const a = box(0, 0, 100, 100)
    const keys = [
      layoutKey(a, [box(10, 0, 100, 100)]),
      layoutKey(a, [box(12, 0, 100, 100)]),
      layoutKey(box(0, 0, 90, 100), [box(10, 0, 100, 100)]),
      layoutKey(a, []),
    ]
    expect(new Set(keys).size).toBe(keys.length)
  })
})
