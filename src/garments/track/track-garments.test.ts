import { describe, expect, it } from 'vitest'
import type { NamedGarment } from '../picture-garments.ts'
import { createTracker } from './track-garments.ts'

const box = (left: number, top = 0.2) => ({ left, top, right: left + 0.2, bottom: top + 0.2 })
const garment = (name: NamedGarment['garment'], left: number, more: Partial<NamedGarment> = {}): NamedGarment => ({
  garment: name,
  score: 0.8,
  box: box(left),
  ...more,
})
const shoes = garment('Shoes', 0.1)
const hat = garment('Hat', 0.6)

describe('following garments', () => {
  it('shows a garment once it was found twice in a row', () => {
    const { update } = createTracker()
    expect(update([shoes])).toEqual([])
    expect(update([])).toEqual([])
    expect(update([shoes])).toEqual([])
    expect(update([shoes])).toEqual([shoes])
  })

  it('keeps a garment that is missed once, and drops it when it is missed twice', () => {
    const { update } = createTracker()
    update([shoes])
    update([shoes])
    expect(update([])).toEqual([shoes])
    expect(update([shoes])).toEqual([shoes])
    expect(update([])).toEqual([shoes])
    expect(update([])).toEqual([])
  })

  it('smooths boxes and scores', () => {
    const { update } = createTracker()
    update([shoes])
    const [shown] = update([garment('Shoes', 0.2, { score: 0.4 })])
    expect(shown?.box.left).toBeGreaterThan(0.1)
    expect(shown?.box.left).toBeLessThan(0.2)
    expect(shown?.score).toBeGreaterThan(0.4)
    expect(shown?.score).toBeLessThan(0.8)
  })

  it('comes to rest where a garment rests', () => {
    const { update } = createTracker()
    update([shoes])
    let shown: NamedGarment | undefined
    for (let i = 0; i < 12; i++) [shown] = update([garment('Shoes', 0.2)])
    expect(shown?.box.left).toBeCloseTo(0.2, 3)
  })

  it('follows a garment that moves all the time', () => {
    const { update } = createTracker()
    for (let i = 0; i < 8; i++) {
      const shown = update([garment('Shoes', i * 0.1)])
      expect(shown).toHaveLength(i === 0 ? 0 : 1)
    }
  })

  it('takes no garment of another class or place for the same', () => {
    const { update } = createTracker()
    update([shoes])
    expect(update([garment('Hat', 0.1), garment('Shoes', 0.7)])).toEqual([])
  })

  it('pairs two garments of a class with the nearest each', () => {
    const { update } = createTracker()
    const [left, right] = [garment('Shoes', 0.1), garment('Shoes', 0.22)]
    update([left, right])
    const shown = update([garment('Shoes', 0.24), garment('Shoes', 0.12)])
    expect(shown.map(({ box }) => Math.round(box.left * 10))).toEqual([1, 2])
  })

  it('keeps the order of garments', () => {
    const { update } = createTracker()
    update([shoes, hat])
    expect(update([hat, shoes])).toEqual([shoes, hat])
  })

  it('changes a name only once another was found twice in a row', () => {
    const { update } = createTracker()
    const sneaker = garment('Shoes', 0.1, { kind: 'Sneaker' })
    update([sneaker])
    expect(update([sneaker])[0]?.kind).toBe('Sneaker')
    expect(update([shoes])[0]?.kind).toBe('Sneaker')
    expect(update([sneaker])[0]?.kind).toBe('Sneaker')
    update([shoes])
    expect(update([shoes])[0]?.kind).toBeUndefined()
  })

  it('forgets everything after a seek', () => {
    const { update, reset } = createTracker()
    update([shoes])
    reset()
    expect(update([shoes])).toEqual([])
  })
})
