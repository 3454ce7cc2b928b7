import { expect, it } from 'vitest'
import { decodeGarments } from './decode-garments.ts'

const LAYOUT = { classes: ['Dress', 'Hat', 'Shoes'], inputSize: 32, stride: 8 }
const SIDE = 4
const WHOLE = { left: 0, top: 0, width: 32, height: 32 }

/** Maps with nothing but the given cells. `cells` are the distances to the box's sides. */
function mapsOf(found: { name: string; x: number; y: number; score: number; cells?: number[] }[]) {
  const depth = LAYOUT.classes.length
  const heat = new Float32Array(SIDE * SIDE * depth).fill(-9)
  const sides = new Float32Array(heat.length * 4)
  for (const { name, x, y, score, cells = [0.5, 0.5, 0.5, 0.5] } of found) {
    const place = (y * SIDE + x) * depth + LAYOUT.classes.indexOf(name)
    heat[place] = Math.log(score / (1 - score))
    sides.set(cells.map(Math.log), place * 4)
  }
  return { heat, sides }
}

it('puts the box of a peak around the centre of its cell, as fractions of the picture', () => {
  const maps = mapsOf([{ name: 'Hat', x: 1, y: 2, score: 0.8, cells: [0.5, 1, 1.5, 0.25] }])
  const [hat, ...others] = decodeGarments(maps, LAYOUT, WHOLE, 0.5)
  expect(others).toEqual([])
  expect(hat).toMatchObject({ garment: 'Hat', score: expect.closeTo(0.8) })
  // The centre lies 12 pixels from the left and 20 from the top, of 32.
  expect(hat?.box.left).toBeCloseTo(8 / 32)
  expect(hat?.box.top).toBeCloseTo(12 / 32)
  expect(hat?.box.right).toBeCloseTo(24 / 32)
  expect(hat?.box.bottom).toBeCloseTo(22 / 32)
})

it('reads boxes relative to a picture that does not fill the square', () => {
  const maps = mapsOf([{ name: 'Hat', x: 1, y: 1, score: 0.8 }])
  const [hat] = decodeGarments(maps, LAYOUT, { left: 8, top: 0, width: 16, height: 32 }, 0.5)
  expect(hat?.box).toMatchObject({ left: expect.closeTo(0), right: expect.closeTo(0.5), top: expect.closeTo(0.25) })
})

it.each([
  ['at the corners', 0, 0],
  ['at the corners', 3, 3],
])('finds peaks %s', (_, x, y) => {
  expect(decodeGarments(mapsOf([{ name: 'Shoes', x, y, score: 0.6 }]), LAYOUT, WHOLE, 0.5)).toHaveLength(1)
})

it('takes only the peak of neighbouring cells, but each of those further apart', () => {
  const near = mapsOf([
    { name: 'Shoes', x: 1, y: 1, score: 0.6 },
    { name: 'Shoes', x: 2, y: 2, score: 0.7 },
  ])
  expect(decodeGarments(near, LAYOUT, WHOLE, 0.5).map(({ score }) => score)).toEqual([expect.closeTo(0.7)])
  const apart = mapsOf([
    { name: 'Shoes', x: 0, y: 1, score: 0.6 },
    { name: 'Shoes', x: 3, y: 1, score: 0.7 },
  ])
  expect(decodeGarments(apart, LAYOUT, WHOLE, 0.5)).toHaveLength(2)
})

it('says nothing below the least score, and nothing of other classes', () => {
  const maps = mapsOf([
    { name: 'Dress', x: 0, y: 0, score: 0.99 },
    { name: 'Hat', x: 0, y: 2, score: 0.49 },
    { name: 'Shoes', x: 2, y: 2, score: 0.51 },
  ])
  const found = decodeGarments(maps, LAYOUT, WHOLE, 0.5)
  expect(found.map(({ garment }) => garment)).toEqual(['Shoes'])
})

it('keeps boxes finite, whatever the network says', () => {
  const maps = mapsOf([{ name: 'Hat', x: 1, y: 1, score: 0.8, cells: [1e30, 1e-30, 1e30, 1e-30] }])
  const [hat] = decodeGarments(maps, LAYOUT, WHOLE, 0.5)
  expect(hat?.box).toMatchObject({ left: 0, right: 1 })
})
