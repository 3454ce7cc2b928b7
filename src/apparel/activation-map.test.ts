import { describe, expect, it } from 'vitest'
import { thresholds } from '../../tests/helpers/thresholds.ts'
import { valueAt } from '../heat/value-at.ts'
import { activationMap, centreOf, MAP_SIDE } from './activation-map.ts'
import { type ApparelClass, classes, garments } from './classes.ts'
import { predict } from './prediction.ts'

const CELL_COUNT = MAP_SIDE ** 2

/** A prediction of one class. */
function prediction(label: ApparelClass) {
  const logits = classes.map(name => (name === label ? 9 : 0))
  return predict(logits, { temperature: 1, thresholds: thresholds(0.5) })
}

/** Activations computed from the cell and the class. */
function activations(of: (cell: number, column: number) => number): Float32Array {
  return Float32Array.from({ length: CELL_COUNT * classes.length }, (_, i) =>
    of(Math.floor(i / classes.length), i % classes.length),
  )
}

/** A map that is 1 in the given cells, each `[column, row]`, and 0 elsewhere. */
function peaks(...at: [column: number, row: number][]): number[] {
  return Array.from({ length: CELL_COUNT }, (_, i) =>
    at.some(([column, row]) => i === row * MAP_SIDE + column) ? 1 : 0,
  )
}

describe('activationMap', () => {
  it.each(garments)('is the column of the answered garment, row by row: %s', garment => {
    const own = garments.indexOf(garment)
    const hot = 3 * own + 1
    const map = activationMap(
      activations((cell, column) => (column === own && cell === hot ? 4 : column === own ? 1 : 9)),
      prediction(garment),
    )
    expect(map).toEqual(Array.from({ length: CELL_COUNT }, (_, i) => (i === hot ? 1 : 0.25)))
  })

  it('is 1 in the strongest cell, and 0 in cells that count against the garment', () => {
    const map = activationMap(
      activations(cell => cell - 24),
      prediction('Hat'),
    )
    expect(map?.slice(0, 25)).toEqual(Array(25).fill(0))
    expect(map?.at(36)).toBeCloseTo(0.5, 6)
    expect(map?.at(48)).toBe(1)
  })

  it('is undefined for none, and when no cell supports the garment', () => {
    expect(
      activationMap(
        activations(() => 1),
        prediction('none'),
      ),
    ).toBeUndefined()
    expect(
      activationMap(
        activations(() => -1),
        prediction('Watch'),
      ),
    ).toBeUndefined()
  })

  it('rejects a map of another size', () => {
    expect(() => activationMap(new Float32Array(CELL_COUNT), prediction('Hat'))).toThrow(RangeError)
  })
})

describe('centreOf', () => {
  it('is the centre of a single active cell, x before y', () => {
    const centre = centreOf(peaks([5, 1]))
    expect(centre?.x).toBeCloseTo(5.5 / 7, 12)
    expect(centre?.y).toBeCloseTo(1.5 / 7, 12)
  })

  it('leans towards the stronger of two neighbours', () => {
    const map = peaks([2, 6], [3, 6])
    map[6 * MAP_SIDE + 2] = 0.25
    expect(centreOf(map)?.x).toBeCloseTo((0.2 * 2.5 + 0.8 * 3.5) / 7, 12)
  })

  it('is undefined for a uniform map', () => {
    expect(centreOf(Array(CELL_COUNT).fill(1))).toBeUndefined()
  })

  it('is defined for two peaks close together, and undefined for two far apart', () => {
    // Two equal peaks spread by half their distance: 3 and 4 cells of 1/7 each.
    expect(centreOf(peaks([1, 3], [4, 3]))).toBeDefined()
    expect(centreOf(peaks([1, 3], [5, 3]))).toBeUndefined()
  })
})

describe('valueAt', () => {
  const map = Array.from({ length: CELL_COUNT }, (_, i) => ((i * 29) % CELL_COUNT) / (CELL_COUNT - 1))

  it('passes through the centres of the cells', () => {
    for (const [i, value] of map.entries()) {
      const [x, y] = [((i % 7) + 0.5) / 7, (Math.floor(i / 7) + 0.5) / 7]
      expect(valueAt(map, x, y)).toBeCloseTo(value, 9)
    }
  })

  it('stays within 0 and 1, and is constant for a uniform map', () => {
    for (let x = 0; x <= 1; x += 0.05)
      for (let y = 0; y <= 1; y += 0.05) {
        expect(valueAt(peaks([3, 3], [6, 0]), x, y)).toBeGreaterThanOrEqual(0)
        expect(valueAt(peaks([3, 3], [3, 4], [4, 3], [4, 4]), x, y)).toBeLessThanOrEqual(1)
        expect(valueAt(Array(CELL_COUNT).fill(0.4), x, y)).toBeCloseTo(0.4, 12)
      }
  })
})
