import { expect, it } from 'vitest'
import { dice } from '../../../tests/helpers/integer/random.ts'
import { type Bytes, finestStep, RELU6, type Shorts } from './quantise.ts'

const SIGNED: Shorts = { unit: 0.01, least: -32_767, most: 32_767 }
const BYTES: Bytes = { units: new Float32Array(1), zeros: new Int32Array(1) }
const INT32 = 2 ** 31 - 1

function columnOf(weights: number[]) {
  return {
    largest: Math.max(...weights.map(Math.abs)),
    sum: weights.reduce((sum, weight) => sum + Math.abs(weight), 0),
  }
}

it.each([
  ['of 0 to 6', RELU6],
  ['of either sign', SIGNED],
])('keeps every sum in int32 and wastes little of it, inputs %s', (_, input) => {
  const roll = dice(2)
  for (let i = 0; i < 200; i++) {
    const weights = Array.from({ length: roll(16, 1280) }, () => roll(-1000, 1000) / roll(1000, 9000))
    const bias = roll(-9000, 9000) / 1000
    const step = finestStep(columnOf(weights), bias, input)
    const integers = weights.map(weight => Math.abs(Math.round(weight / step)))
    const start = Math.abs(bias) / input.unit / step
    const furthest = integers.reduce((sum, weight) => sum + weight * input.most, start)
    expect(furthest).toBeLessThan(INT32)
    const largest = Math.max(...integers)
    expect(largest).toBeLessThanOrEqual(32_767)
    expect(furthest > INT32 * 0.7 || largest > 32_700 || start > 2 ** 28).toBe(true)
  }
})

it('uses the full range of a byte for weights of byte inputs', () => {
  const weights = [0.5, -0.25, 0.1]
  const step = finestStep(columnOf(weights), 1, BYTES)
  expect(weights.map(weight => Math.round(weight / step))).toEqual([127, -63, 25])
})

it('handles a channel of zeros, and one with only a bias', () => {
  for (const input of [RELU6, SIGNED, BYTES]) {
    expect(finestStep({ largest: 0, sum: 0 }, 0, input)).toBe(0)
    const step = finestStep({ largest: 0, sum: 0 }, 2, input)
    const unit = 'units' in input ? 1 : input.unit
    expect(Math.round(2 / step / unit) * step * unit).toBeCloseTo(2, 6)
  }
})
