import { expect, it } from 'vitest'
import { quantiseChannel, type Range, RELU6 } from '../../../src/network/integer/quantise.ts'
import { dice } from './dice.ts'

const SIGNED: Range = { unit: 0.01, least: -16_383, most: 16_383 }
const INT32 = 2 ** 31 - 1

/** The integers of a channel, and what its sum can come to at worst. */
function quantised(weights: number[], bias: number, input: Range) {
  const channel = quantiseChannel(
    {
      positive: weights.reduce((sum, weight) => sum + Math.max(0, weight), 0),
      negative: weights.reduce((sum, weight) => sum + Math.max(0, -weight), 0),
      largest: Math.max(...weights.map(Math.abs)),
      count: weights.length,
    },
    bias,
    input,
  )
  const integers = weights.map(weight => Math.round(weight * channel.weightScale))
  const worst = (sign: 1 | -1) =>
    integers.reduce(
      (sum, weight) => sum + sign * weight * (sign * weight > 0 ? input.most : input.least),
      sign * channel.bias,
    )
  return { channel, integers, largestSum: worst(1), smallestSum: -worst(-1) }
}

it.each([
  ['of 0 to 6', RELU6],
  ['of either sign', SIGNED],
])('keeps every sum in int32 and wastes little of it, inputs %s', (_, input) => {
  const roll = dice(2)
  for (let i = 0; i < 200; i++) {
    const weights = Array.from({ length: roll(16, 1280) }, () => roll(-1000, 1000) / roll(1000, 9000))
    const { integers, largestSum, smallestSum } = quantised(weights, roll(-9000, 9000) / 1000, input)
    expect(largestSum).toBeLessThanOrEqual(INT32)
    expect(smallestSum).toBeGreaterThanOrEqual(-INT32)
    const fullest = Math.max(largestSum, -smallestSum) / INT32
    const largest = Math.max(...integers.map(Math.abs))
    expect(largest).toBeLessThanOrEqual(32_767)
    expect(fullest > 0.95 || largest > 32_700).toBe(true)
  }
})

it('says what integers stand for', () => {
  const { channel, integers } = quantised([0.5, -0.25, 0.125], 0.75, RELU6)
  expect(channel.bias * channel.unit).toBeCloseTo(0.75, 5)
  expect(integers.map(weight => (weight * channel.unit) / RELU6.unit)).toEqual([
    expect.closeTo(0.5, 4),
    expect.closeTo(-0.25, 4),
    expect.closeTo(0.125, 4),
  ])
})

it('bears a channel of zeros, and one of a bias alone', () => {
  expect(quantised([0, 0], 0, RELU6).channel.bias).toBe(0)
  const { channel, integers } = quantised([0, 0], 2, RELU6)
  expect(integers).toEqual([0, 0])
  expect(channel.bias * channel.unit).toBeCloseTo(2, 4)
})
