import { describe, expect, it } from 'vitest'
import { areaOf, areTouching, type Box, isEmpty, overlapOf, shorterSideOf } from './box.ts'

const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom })

describe('overlapOf', () => {
  it.each([
    ['the inner of two nested boxes', box(0, 0, 100, 100), box(10, 20, 30, 40), box(10, 20, 30, 40)],
    ['the shared corner', box(0, 0, 100, 100), box(50, 60, 150, 160), box(50, 60, 100, 100)],
    ['empty for boxes beside each other', box(0, 0, 10, 10), box(20, 0, 30, 10), box(20, 0, 10, 10)],
  ])('is %s', (_, a, b, overlap) => {
    expect(overlapOf(a, b)).toEqual(overlap)
    expect(overlapOf(b, a)).toEqual(overlap)
  })
})

describe('an empty box', () => {
  it.each([box(20, 0, 10, 10), box(0, 10, 10, 10)])('%o has no area and a shorter side of at most 0', empty => {
    expect(isEmpty(empty)).toBe(true)
    expect(areaOf(empty)).toBe(0)
    expect(shorterSideOf(empty)).toBeLessThanOrEqual(0)
  })

  it('is not one with an area', () => {
    expect(isEmpty(box(0, 0, 1, 2))).toBe(false)
    expect(areaOf(box(0, 0, 3, 2))).toBe(6)
    expect(shorterSideOf(box(0, 0, 3, 2))).toBe(2)
  })
})

describe('areTouching', () => {
  it('counts boxes that share an edge', () => {
    expect(areTouching(box(0, 0, 10, 10), box(10, 0, 20, 10))).toBe(true)
    expect(areTouching(box(0, 0, 10, 10), box(10.5, 0, 20, 10))).toBe(false)
    expect(areTouching(box(0, 0, 10, 10), box(0, 11, 10, 20))).toBe(false)
  })
})
