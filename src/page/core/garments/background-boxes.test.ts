import { describe, expect, it } from 'vitest'
import { backgroundBoxes } from './background-boxes.ts'

/** 200 × 100 pixels at (10, 20). */
const frame = { left: 10, top: 20, right: 210, bottom: 120 }
const unscaled = { x: 1, y: 1 }
const tall = { width: 300, height: 600 }
const pictureAt = (size: string, position = '50% 50%', scale = unscaled) =>
  backgroundBoxes(frame, scale, tall, { size, position })?.picture

describe('backgroundBoxes', () => {
  it.each([
    ['cover', { left: 10, top: -130, right: 210, bottom: 270 }],
    ['contain', { left: 85, top: 20, right: 135, bottom: 120 }],
    ['auto', { left: -40, top: -230, right: 260, bottom: 370 }],
    ['100px', { left: 60, top: -30, right: 160, bottom: 170 }],
    ['auto 50%', { left: 97.5, top: 45, right: 122.5, bottom: 95 }],
    ['100% 100%', frame],
  ])('fits a tall picture into a wide box with %s', (size, picture) => {
    expect(pictureAt(size)).toEqual(picture)
  })

  it.each([
    ['0% 0%', 10],
    ['100% 0%', 160],
    ['20px 0px', 30],
  ])('positions it at %s', (position, left) => {
    expect(pictureAt('contain', position)?.left).toBe(left)
  })

  it('scales lengths with the element', () => {
    expect(pictureAt('50px 50px', '10px 0px', { x: 2, y: 2 })).toEqual({ left: 30, top: 20, right: 130, bottom: 120 })
  })

  it.each([
    ['calc(50% + 1px)', '0% 0%'],
    ['cover', 'calc(50% + 1px) 0%'],
  ])('does not know %s at %s', (size, position) => {
    expect(pictureAt(size, position)).toBeUndefined()
  })
})
