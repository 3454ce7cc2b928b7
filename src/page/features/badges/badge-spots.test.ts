import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { badgeBoxAt, cornerOf, garmentPoint, isOffCentre, isOnScreen, spotsFor } from './badge-spots.ts'

const visible = { left: 100, top: 200, right: 300, bottom: 500 }
const size = { width: 80, height: 20 }

describe('cornerOf', () => {
  it.each([
    ['start-top', false, { x: 100, y: 200 }],
    ['start-top', true, { x: 300, y: 200 }],
    ['end-bottom', false, { x: 300, y: 500 }],
    ['end-bottom', true, { x: 100, y: 500 }],
  ] as const)('is for %s, right to left: %s, %o', (corner, isRightToLeft, point) => {
    expect(cornerOf(visible, corner, isRightToLeft)).toEqual(point)
  })
})

describe('badgeBoxAt', () => {
  it('is centred on a point with room around it', () => {
    expect(badgeBoxAt({ x: 200, y: 300 }, visible, size)).toEqual({ left: 160, top: 290, right: 240, bottom: 310 })
  })

  it('keeps its distance from the edges of each corner', () => {
    const boxes = ['start-top', 'end-bottom'].map(corner =>
      badgeBoxAt(cornerOf(visible, corner as 'start-top', false), visible, size),
    )
    expect(boxes).toMatchObject([
      { left: 106, top: 206 },
      { right: 294, bottom: 494 },
    ])
  })

  it('is as wide as an image that is narrower than the badge', () => {
    expect(badgeBoxAt({ x: 140, y: 300 }, { ...visible, right: 150 }, size)).toMatchObject({ left: 106, right: 150 })
  })
})

describe('isOffCentre', () => {
  it.each([
    [0.5, 0.5, false],
    [0.6, 0.6, false],
    [0.5, 0.65, true],
    [0.1, 0.9, true],
  ])('of a garment at %d, %d is %s', (x, y, isSo) => {
    expect(isOffCentre({ x, y })).toBe(isSo)
  })
})

describe('garmentPoint', () => {
  const frame = { left: 0, top: 0, right: 400, bottom: 400 }

  it('is where the picture paints the garment', () => {
    const picture = { left: -100, top: 0, right: 500, bottom: 400 }
    expect(garmentPoint({ frame, picture }, { x: 0.5, y: 0.25 })).toEqual({ x: 200, y: 100 })
  })

  it('does not exist where the image crops the garment', () => {
    expect(garmentPoint({ frame, picture: { ...frame, left: -400 } }, { x: 0.25, y: 0.5 })).toBeUndefined()
  })

  it('does not exist in a small image', () => {
    const small = { ...frame, right: 359 }
    expect(garmentPoint({ frame: small, picture: small }, { x: 0.2, y: 0.2 })).toBeUndefined()
  })
})

describe('spotsFor', () => {
  it('tries whole badges on the garment and in each corner first, then dots', () => {
    const kinds = spotsFor('auto').map(({ at, isDot }) => (isDot ? 'dot' : at === 'garment' ? at : 'whole'))
    expect(kinds.join()).toBe(`garment,${'whole,'.repeat(4)}dot,dot,dot,dot`)
  })

  it('tries no other corner than the one that the user wants', () => {
    expect(new Set(spotsFor('end-top').map(({ at }) => at))).toEqual(new Set(['garment', 'end-top']))
  })
})

describe('isOnScreen', () => {
  beforeAll(() => {
    vi.stubGlobal('innerWidth', 800)
    vi.stubGlobal('innerHeight', 600)
  })
  afterAll(() => {
    vi.unstubAllGlobals()
  })
  const box = { left: 0, top: 0, right: 800, bottom: 600 }

  it.each([
    [box, true],
    [{ ...box, top: -1 }, false],
    [{ ...box, right: 801 }, false],
  ])('of %o is %s', (box, isSo) => {
    expect(isOnScreen(box)).toBe(isSo)
  })
})
