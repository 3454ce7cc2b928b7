import { describe, expect, it } from 'vitest'
import { boxAfterKey, boxBetween, firstBox } from './region-box.ts'

const screen = { width: 1000, height: 600 }
const box = { left: 100, top: 100, right: 300, bottom: 200 }

it('spans a box between any two corners', () => {
  for (const [from, to] of [
    [
      { x: 100, y: 100 },
      { x: 300, y: 200 },
    ],
    [
      { x: 300, y: 100 },
      { x: 100, y: 200 },
    ],
    [
      { x: 300, y: 200 },
      { x: 100, y: 100 },
    ],
  ] as const)
    expect(boxBetween(from, to, screen)).toEqual(box)
})

it('cuts a box at the edges of the screen', () => {
  expect(boxBetween({ x: -20, y: 550 }, { x: 1200, y: 700 }, screen)).toEqual({
    left: 0,
    top: 550,
    right: 1000,
    bottom: 600,
  })
})

it('starts in the middle of the screen', () => {
  expect(firstBox(screen)).toEqual({ left: 250, top: 150, right: 750, bottom: 450 })
})

describe('an arrow key', () => {
  it('moves the box', () => {
    expect(boxAfterKey(box, 'ArrowLeft', false, screen)).toEqual({ left: 84, top: 100, right: 284, bottom: 200 })
    expect(boxAfterKey(box, 'ArrowDown', false, screen)).toEqual({ left: 100, top: 116, right: 300, bottom: 216 })
  })

  it('keeps the size of the box at the edge of the screen', () => {
    const atEdge = { left: 0, top: 500, right: 200, bottom: 600 }
    expect(boxAfterKey(atEdge, 'ArrowLeft', false, screen)).toEqual(atEdge)
    expect(boxAfterKey(atEdge, 'ArrowDown', false, screen)).toEqual(atEdge)
  })

  it('with Shift moves the right and lower edges', () => {
    expect(boxAfterKey(box, 'ArrowRight', true, screen)).toEqual({ ...box, right: 316 })
    expect(boxAfterKey(box, 'ArrowUp', true, screen)).toEqual({ ...box, bottom: 184 })
  })

  it('makes the box neither smaller than can be answered nor larger than the screen', () => {
    const small = { left: 960, top: 10, right: 995, bottom: 45 }
    expect(boxAfterKey(small, 'ArrowLeft', true, screen)).toEqual({ ...small, right: 992 })
    expect(boxAfterKey(small, 'ArrowRight', true, screen)).toEqual({ ...small, right: 1000 })
  })
})

it('leaves other keys', () => {
  expect(boxAfterKey(box, 'a', false, screen)).toBeUndefined()
})
