import { describe, expect, it } from 'vitest'
import { keyTarget } from './key-target.ts'
import { layoutOf, rowsAt, scrolledTo } from './layout.ts'

describe('layoutOf', () => {
  it('fits as many columns as the width allows, and at least two', () => {
    expect([100, 368, 480, 1000, 1900].map(width => layoutOf(width, 10).columns)).toEqual([2, 2, 3, 6, 11])
  })

  it('adds a row for the remaining cells', () => {
    expect([0, 1, 6, 7].map(count => layoutOf(1000, count).rows)).toEqual([0, 1, 1, 2])
    expect(layoutOf(1000, 0).height).toBe(0)
  })
})

describe('rowsAt', () => {
  const layout = layoutOf(1000, 50_000)

  it('covers the screen and a few rows more', () => {
    const { first, end } = rowsAt(layout, layout.pitch * 1000, 800)
    expect(first).toBeLessThan(1000)
    expect(end * layout.pitch).toBeGreaterThan(layout.pitch * 1000 + 800)
    expect(end - first).toBeLessThan(15)
  })

  it('stops at the ends of the list', () => {
    expect(rowsAt(layout, 0, 800).first).toBe(0)
    expect(rowsAt(layout, layout.height - 800, 800).end).toBe(layout.rows)
    expect(rowsAt(layoutOf(1000, 0), 0, 800)).toEqual({ first: 0, end: 0 })
    // The list has become shorter than the scroll position.
    expect(rowsAt(layoutOf(1000, 6), 90_000, 800)).toEqual({ first: 1, end: 1 })
  })
})

it('scrolls just far enough to show a whole cell', () => {
  const layout = layoutOf(1000, 600)
  const { pitch } = layout
  expect(scrolledTo(layout, 0, 500, 800)).toBe(0)
  expect(scrolledTo(layout, 6, pitch, 800)).toBe(pitch)
  expect(scrolledTo(layout, 60, 0, 800)).toBe(11 * pitch - 800)
})

describe('keyTarget', () => {
  const place = { columns: 4, count: 10, pageRows: 2, isRightToLeft: false }
  const from = (index: number, key: string, isWhole = false) => keyTarget(index, key, isWhole, place)

  it.each([
    [0, 'ArrowRight', 1],
    [3, 'ArrowRight', 4],
    [9, 'ArrowRight', 9],
    [0, 'ArrowLeft', 0],
    [1, 'ArrowDown', 5],
    [1, 'ArrowUp', 1],
    [7, 'ArrowDown', 9],
    [9, 'ArrowDown', 9],
    [9, 'ArrowUp', 5],
    [0, 'PageDown', 8],
    [3, 'PageDown', 9],
    [9, 'PageUp', 1],
    [6, 'Home', 4],
    [6, 'End', 7],
    [8, 'End', 9],
  ])('from %i by %s to %i', (index, key, to) => {
    expect(from(index, key)).toBe(to)
  })

  it('moves to the first and last item with Ctrl', () => {
    expect([from(6, 'Home', true), from(6, 'End', true)]).toEqual([0, 9])
  })

  it('follows the writing direction', () => {
    const arabic = { ...place, isRightToLeft: true }
    expect([keyTarget(4, 'ArrowLeft', false, arabic), keyTarget(4, 'ArrowRight', false, arabic)]).toEqual([5, 3])
  })

  it('ignores other keys', () => {
    expect(from(0, 'x')).toBeUndefined()
  })
})
