import { describe, expect, it } from 'vitest'
import { dominantLayer } from './dominant-layer.ts'

describe('dominantLayer', () => {
  it.each([
    ['none', [], -1],
    ['one, however faint', [0.1], 0],
    ['the upper of two that are opaque', [1, 1], 0],
    ['the lower where the upper is transparent', [0, 1], 1],
    ['the lower at the start of a cross-fade', [0.3, 0.7], 1],
    ['the upper from the middle of a cross-fade on', [0.5, 0.5], 0],
    ['the upper from the middle of a fade over an opaque one', [0.5, 1], 0],
    ['the one in the middle', [0.1, 0.9, 1], 1],
    ['the upper of two in a faint card', [0.3, 0.3], 0],
    ['the last under many faint layers', [0.1, 0.1, 0.1, 1], 3],
  ])('is %s', (_, opacities, dominant) => {
    expect(dominantLayer(opacities)).toBe(dominant)
  })

  it('does not look below an opaque picture', () => {
    function* opacities() {
      yield 1
      throw new Error('looked below')
    }
    expect(dominantLayer(opacities())).toBe(0)
  })

  it('changes once during a cross-fade', () => {
    const course = Array.from({ length: 101 }, (_, i) => dominantLayer([i / 100, 1 - i / 100]))
    expect(course).toEqual(course.toSorted((a, b) => b - a))
    expect([course[0], course.at(-1)]).toEqual([1, 0])
  })
})
