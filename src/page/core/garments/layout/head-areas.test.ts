import { describe, expect, it } from 'vitest'
import type { Box } from '../../dom/box.ts'
import { headAreas } from './head-areas.ts'

const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom })
const contains = (outer: Box | undefined, inner: Box) =>
  outer !== undefined &&
  outer.left <= inner.left &&
  outer.top <= inner.top &&
  outer.right >= inner.right &&
  outer.bottom >= inner.bottom

const face = box(170, 60, 230, 140)

describe('headAreas', () => {
  it('knows the head above a jacket', () => {
    const [area] = headAreas([{ garment: 'Jacket', box: box(100, 140, 300, 420) }])
    expect(contains(area, face)).toBe(true)
  })

  it('knows one head for a jacket over a shirt', () => {
    const areas = headAreas([
      { garment: 'Jacket', box: box(100, 140, 300, 420) },
      { garment: 'Shirt', box: box(160, 150, 240, 400) },
    ])
    expect(areas).toHaveLength(1)
  })

  it('knows a head for each of two people', () => {
    const areas = headAreas([
      { garment: 'T-Shirt', box: box(0, 140, 150, 420) },
      { garment: 'T-Shirt', box: box(200, 140, 350, 420) },
    ])
    expect(areas).toHaveLength(2)
  })

  it.each([
    ['below a hat', { garment: 'Hat', box: box(160, 20, 240, 60) }],
    ['around glasses', { garment: 'Goggles', box: box(172, 80, 228, 100) }],
    ['above trousers', { garment: 'Trouser', box: box(130, 400, 270, 780) }],
  ] as const)('knows the head %s', (_, garment) => {
    expect(headAreas([garment]).some(area => contains(area, face))).toBe(true)
  })

  it('knows no head for shoes and a watch', () => {
    const shoes = { garment: 'Shoes', box: box(100, 800, 200, 850) } as const
    expect(headAreas([shoes, { garment: 'Watch', box: box(10, 10, 20, 20) }])).toEqual([])
  })

  it('does not take the width of spread arms for that of a head', () => {
    const [area] = headAreas([{ garment: 'T-Shirt', box: box(0, 100, 400, 250) }])
    expect((area?.right ?? 0) - (area?.left ?? 0)).toBeLessThan(150)
  })
})
