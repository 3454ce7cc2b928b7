import { describe, expect, it } from 'vitest'
import { paintedBoxes } from './object-fit.ts'

const none = { left: 0, top: 0, right: 0, bottom: 0 }
/** 200 × 100 pixels at (10, 20). */
const image = {
  box: { left: 10, top: 20, right: 210, bottom: 120 },
  layout: { width: 200, height: 100 },
  edges: none,
}
const tall = { width: 300, height: 600 }

describe('paintedBoxes', () => {
  it.each([
    ['fill', { left: 10, top: 20, right: 210, bottom: 120 }],
    ['contain', { left: 85, top: 20, right: 135, bottom: 120 }],
    ['cover', { left: 10, top: -130, right: 210, bottom: 270 }],
    ['none', { left: -40, top: -230, right: 260, bottom: 370 }],
    ['scale-down', { left: 85, top: 20, right: 135, bottom: 120 }],
  ])('fits a tall picture into a wide image with %s', (fit, picture) => {
    expect(paintedBoxes(image, tall, fit, '50% 50%')).toEqual({ frame: image.box, picture })
  })

  it('does not enlarge a small picture with scale-down', () => {
    const picture = { left: 100, top: 60, right: 120, bottom: 80 }
    expect(paintedBoxes(image, { width: 20, height: 20 }, 'scale-down', '50% 50%')?.picture).toEqual(picture)
  })

  it.each([
    ['0% 0%', 10],
    ['100% 0%', 160],
    ['20px 0px', 30],
    ['-20px 0px', -10],
  ])('positions it at %s', (position, left) => {
    expect(paintedBoxes(image, tall, 'contain', position)?.picture.left).toBe(left)
  })

  it('leaves out border and padding, and scales them with the image', () => {
    const scaled = {
      ...image,
      box: { left: 10, top: 20, right: 410, bottom: 220 },
      edges: { ...none, left: 10, top: 5 },
    }
    const frame = { left: 30, top: 30, right: 410, bottom: 220 }
    expect(paintedBoxes(scaled, tall, 'fill', '50% 50%')).toEqual({ frame, picture: frame })
  })

  it('does not know a position that mixes units', () => {
    expect(paintedBoxes(image, tall, 'contain', 'calc(50% + 10px) 50%')).toBeUndefined()
  })
})
