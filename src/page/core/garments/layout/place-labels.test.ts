import { describe, expect, it } from 'vitest'
import { areaOf, type Box, overlapOf } from '../../dom/box.ts'
import { headAreas } from './head-areas.ts'
import { placeLabels } from './place-labels.ts'

const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom })
const label = { width: 80, height: 20 }
const bounds = box(0, 0, 400, 900)

/** A person in the middle of a tall picture. */
const person = [
  { garment: 'Hat', box: box(160, 20, 240, 60) },
  { garment: 'Goggles', box: box(170, 75, 230, 95) },
  { garment: 'Jacket', box: box(110, 140, 290, 420) },
  { garment: 'T-Shirt', box: box(160, 150, 240, 380) },
  { garment: 'Trouser', box: box(130, 400, 270, 780) },
  { garment: 'Shoes', box: box(130, 780, 270, 850) },
] as const

function place(boxes: readonly Box[], taken: readonly Box[] = [], within = bounds) {
  return placeLabels(
    boxes,
    boxes.map(() => label),
    { bounds: within, taken },
  )
}

function overlaps(a: Box | undefined, b: Box | undefined): boolean {
  return a !== undefined && b !== undefined && areaOf(overlapOf(a, b)) > 0
}

describe('placeLabels', () => {
  it('places a label within the lower edge of a large box', () => {
    expect(place([box(100, 100, 300, 400)])).toEqual([box(104, 376, 184, 396)])
  })

  it('places it below a box that it would hide', () => {
    expect(place([box(130, 100, 230, 170)])).toEqual([box(140, 174, 220, 194)])
  })

  it('keeps it within the bounds', () => {
    const [at] = place([box(0, 860, 60, 900)])
    expect(at && overlapOf(at, bounds)).toEqual(at)
  })

  it('places no label where there is no room', () => {
    expect(place([box(0, 0, 60, 30)], [], box(0, 0, 60, 30))).toEqual([undefined])
  })

  it('lays no label on another or on what is taken', () => {
    const boxes = [box(100, 100, 300, 400), box(100, 100, 300, 400), box(110, 110, 290, 395)]
    const taken = [box(90, 370, 200, 410)]
    const places = place(boxes, taken)
    for (const [i, at] of places.entries()) {
      expect(at).toBeDefined()
      for (const other of [...taken, ...places.slice(i + 1)]) expect(overlaps(at, other)).toBe(false)
    }
  })

  it('keeps every label of a dressed person off the head and the others', () => {
    const faces = headAreas(person)
    const places = place(
      person.map(({ box }) => box),
      faces,
    )
    const face = box(165, 60, 235, 140)
    for (const [i, at] of places.entries()) {
      expect(at, person[i]?.garment).toBeDefined()
      expect(overlaps(at, face), person[i]?.garment).toBe(false)
      for (const other of places.slice(i + 1)) expect(overlaps(at, other)).toBe(false)
    }
  })

  it('places garments of one size by their order, always alike', () => {
    const boxes = [box(0, 100, 100, 200), box(300, 100, 400, 200)]
    expect(place(boxes)).toEqual(place(boxes))
  })
})
