import { describe, expect, it } from 'vitest'
import { nextIndex } from './grid-navigation.ts'

const grid = { count: 10, columns: 4, isRtl: false }

describe('keyboard navigation in a grid', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowLeft', 5, 4],
    ['ArrowDown', 1, 5],
    ['ArrowUp', 9, 5],
    ['Home', 7, 0],
    ['End', 2, 9],
  ])('%s moves from %i to %i', (key, from, to) => expect(nextIndex(key, from, grid)).toBe(to))

  it.each([
    ['ArrowLeft', 0],
    ['ArrowRight', 9],
    ['ArrowUp', 3],
    ['ArrowDown', 6],
    ['Home', 0],
    ['End', 9],
    ['Enter', 3],
  ])('%s does not move from %i', (key, from) => expect(nextIndex(key, from, grid)).toBeUndefined())

  it('moves to the next tag with the left arrow in a right-to-left layout', () => {
    const isRtl = true
    expect(nextIndex('ArrowLeft', 0, { ...grid, isRtl })).toBe(1)
    expect(nextIndex('ArrowRight', 1, { ...grid, isRtl })).toBe(0)
  })
})
