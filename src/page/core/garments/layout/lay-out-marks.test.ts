import { describe, expect, it } from 'vitest'
import type { NamedGarment } from '../../../../garments/picture-garments.ts'
import { layOutMarks } from './lay-out-marks.ts'

const picture = { left: 100, top: 50, right: 300, bottom: 450 }
const shown = { picture, seen: picture, bounds: picture, taken: [] }
const label = { width: 60, height: 16 }
const garment = (name: NamedGarment['garment'], left: number, top: number, right: number, bottom: number) =>
  ({ garment: name, score: 0.9, box: { left, top, right, bottom } }) satisfies NamedGarment
const trousers = garment('Trouser', 0.25, 0.5, 0.75, 0.9)

describe('layOutMarks', () => {
  it('lays a mark where the picture is painted', () => {
    const [place] = layOutMarks([trousers], [label], shown)
    expect(place?.mark).toEqual({ left: 150, top: 250, right: 250, bottom: 410 })
  })

  it('cuts a mark at what is seen of the picture, with its label there', () => {
    const seen = { ...picture, bottom: 350 }
    const [place] = layOutMarks([trousers], [label], { ...shown, seen, bounds: seen })
    expect(place?.mark?.bottom).toBe(350)
    expect(place?.label?.bottom).toBeLessThanOrEqual(350)
  })

  it('leaves out what is hardly seen', () => {
    const seen = { ...picture, bottom: 270 }
    expect(layOutMarks([trousers], [label], { ...shown, seen, bounds: seen })).toEqual([
      { mark: undefined, label: undefined },
    ])
  })

  it('gives no mark to what is left out, but keeps labels off its wearer’s head', () => {
    const shirt = garment('Shirt', 0.2, 0.3, 0.8, 0.6)
    const glasses = garment('Goggles', 0.45, 0.18, 0.55, 0.2)
    const [first, second] = layOutMarks([shirt, glasses], [label, label], shown, [0])
    expect(first?.mark).toBeUndefined()
    expect(second?.mark).toBeDefined()
    // The head is between the top of the picture and the shirt.
    const { left = 0, right = 0 } = second?.label ?? {}
    expect(right <= 180 || left >= 220).toBe(true)
  })
})
