import { describe, expect, it } from 'vitest'
import { besideBox } from './card-anchor.ts'

const screen = { width: 1000, height: 800 }
const card = { width: 200, height: 100 }
const at = (left: number, top: number, right: number, bottom: number) =>
  besideBox({ left, top, right, bottom }, card, screen)

describe('besideBox', () => {
  it('lies to the right of the image', () => {
    expect(at(100, 100, 300, 300)).toEqual({ x: 306, y: 106 })
  })

  it('lies to the left where the right has no room', () => {
    expect(at(700, 100, 900, 300)).toEqual({ x: 494, y: 106 })
  })

  it('lies below a wide image, else above it', () => {
    expect(at(100, 100, 900, 300)).toEqual({ x: 106, y: 306 })
    expect(at(100, 400, 900, 780)).toEqual({ x: 106, y: 294 })
  })

  it('lies on an image that fills the screen', () => {
    expect(at(0, 0, 1000, 800)).toEqual({ x: 6, y: 6 })
  })

  it('stays on screen with an image that is partly off screen', () => {
    expect(at(-100, -400, 950, 780)).toEqual({ x: 6, y: 6 })
    expect(at(100, 760, 300, 1200)).toEqual({ x: 306, y: 694 })
  })

  it('leaves the screen with its image', () => {
    expect(at(100, -300, 300, -100)).toEqual({ x: 306, y: -294 })
  })

  it('is hidden while nothing of the image can be seen', () => {
    expect(at(300, 100, 300, 200)).toBeUndefined()
    expect(at(100, 300, 200, 200)).toBeUndefined()
  })
})
