import { beforeEach, describe, expect, it } from 'vitest'
import { dice } from './dice.ts'
import { at, type IntegerLayer, plainConv3x3, plainPointConv } from './plain.ts'
import { openWorkbench, type Workbench } from './workbench.ts'

let bench: Workbench
let roll: ReturnType<typeof dice>
beforeEach(async () => {
  bench = await openWorkbench()
  roll = dice(1)
})

function rolls(length: number, least: number, most: number): number[] {
  return Array.from({ length }, () => roll(least, most))
}

function randomLayer(depth: number, channels: number, largest: number): IntegerLayer {
  return {
    bias: rolls(channels, -100_000, 100_000),
    scale: rolls(channels, 1, 1000).map(n => n / (depth * largest * 100)),
    weights: rolls(depth * channels, -largest, largest),
  }
}

describe('1×1 convolution', () => {
  const shapes = [
    [4, 2, 8],
    [5, 6, 8],
    [7, 24, 16],
    [49, 32, 24],
    [13, 160, 8],
  ] as const
  it.each(shapes)('is exact on %i pixels of %i to %i channels', (pixels, depth, channels) => {
    const input = Int16Array.from(rolls(pixels * depth, 0, 4095))
    const layer = randomLayer(depth, channels, 2000)
    const output = bench.room(pixels * channels + 8)
    bench.kernels.pointConv(bench.put(input), bench.putPointLayer(layer), 0, output, pixels, depth, channels, 0, 4095)
    const shorts = bench.shorts(output, pixels * channels + 8)
    expect(shorts.slice(0, -8)).toEqual(plainPointConv(input, layer, undefined, [0, 4095]))
    // Nothing is written behind it.
    expect(shorts.slice(-8)).toEqual(Array(8).fill(-32_768))
  })

  it('adds and clamps what it is given beside', () => {
    const input = Int16Array.from(rolls(9 * 16, -16_383, 16_383))
    const residual = Int16Array.from(rolls(9 * 8, -16_383, 16_383))
    const layer = { ...randomLayer(16, 8, 3000), scale: rolls(8, 1, 9).map(n => n / 40_000) }
    const output = bench.room(9 * 8)
    const [from, weights, added] = [bench.put(input), bench.putPointLayer(layer), bench.put(residual)]
    bench.kernels.pointConv(from, weights, added, output, 9, 16, 8, -16_383, 16_383)
    const expected = plainPointConv(input, layer, residual, [-16_383, 16_383])
    expect(bench.shorts(output, 72)).toEqual(expected)
    expect(expected).toContain(16_383)
    expect(expected.some(value => Math.abs(value) < 16_383)).toBe(true)
  })

  it('is exact at the ends of int32', () => {
    // 2 * 32767 * 32767 + 131069 = 2^31 - 1, and the same below zero.
    const input = new Int16Array(8).fill(32_767)
    const layer = {
      bias: [131_069, -131_070, 0, 0, 0, 0, 0, 0],
      scale: Array(8).fill(2 ** -17),
      weights: [1, 1].flatMap(() => [32_767, -32_767, 32_767, -32_767, 1, -1, 0, 3]),
    }
    const output = bench.room(32)
    bench.kernels.pointConv(bench.put(input), bench.putPointLayer(layer), 0, output, 4, 2, 8, -32_768, 32_767)
    expect(bench.shorts(output, 32)).toEqual(plainPointConv(input, layer, undefined, [-32_768, 32_767]))
    expect(bench.shorts(output, 2)).toEqual([16_384, -16_384])
  })

  it('rounds halves to even', () => {
    const layer = { bias: [1, 3, 5, -1, -3, -5, 7, -7], scale: Array(8).fill(0.5 ** 10), weights: Array(16).fill(0) }
    layer.bias = layer.bias.map(n => n * 512)
    const output = bench.room(32)
    bench.kernels.pointConv(bench.put(new Int16Array(8)), bench.putPointLayer(layer), 0, output, 4, 2, 8, -99, 99)
    expect(bench.shorts(output, 8)).toEqual([0, 2, 2, 0, -2, -2, 4, -4])
  })
})

describe('depthwise convolution', () => {
  const shapes = [
    [1, 8, 1],
    [2, 8, 1],
    [7, 24, 1],
    [9, 8, 1],
    [2, 8, 2],
    [8, 16, 2],
    [14, 8, 2],
  ] as const
  it.each(shapes)('is exact on %i×%1$i pixels of %i channels, stride %i', (size, channels, stride) => {
    const input = Int16Array.from(rolls(size * size * channels, 0, 4095))
    const layer = randomLayer(9, channels, 32_767)
    const length = (size / stride) ** 2 * channels
    const [from, weights, zeros] = [
      bench.put(input),
      bench.putDepthwiseLayer(layer),
      bench.put(new Int16Array(size * channels)),
    ]
    const output = bench.room(length + 8)
    bench.kernels.depthwiseConv(from, weights, zeros, output, size, channels, stride, 4095)
    const valueAt = (y: number, x: number, c: number, tap: number) =>
      at(input, (y * size + x) * channels + c) * at(layer.weights, tap * channels + c)
    const shorts = bench.shorts(output, length + 8)
    expect(shorts.slice(0, -8)).toEqual(plainConv3x3(valueAt, layer, 1, size, stride, 4095))
    expect(shorts.slice(-8)).toEqual(Array(8).fill(-32_768))
  })
})

it.each([8, 14, 32])('the first convolution is exact on %i×%1$i pixels', size => {
  const picture = Uint8Array.from(rolls(size * size * 3, 0, 255))
  const layer = randomLayer(28, 16, 32_767)
  layer.weights.fill(0, 27 * 16)
  const length = (size / 2) ** 2 * 16
  const [from, patches, weights] = [
    bench.put(picture),
    bench.put(new Int16Array((size / 2) * 28)),
    bench.putPointLayer(layer),
  ]
  const output = bench.room(length)
  // Twice, because patches are left behind.
  bench.kernels.firstConv(from, patches, weights, output, size, 16, 4095)
  bench.kernels.firstConv(from, patches, weights, output, size, 16, 4095)
  const valueAt = (y: number, x: number, c: number, row: number) =>
    (2 * at(picture, (y * size + x) * 3 + (row % 3)) - 255) * at(layer.weights, row * 16 + c)
  expect(bench.shorts(output, length)).toEqual(plainConv3x3(valueAt, layer, 3, size, 2, 4095))
})

it('sums by class and by channel', () => {
  const [pixels, depth, classes] = [49, 40, 11]
  const input = Int16Array.from(rolls(pixels * depth, 0, 4095))
  const weights = Int16Array.from(rolls(classes * depth, -9000, 9000))
  const [from, head] = [bench.put(input), bench.put(weights)]
  const [sums, means] = [bench.room(pixels * classes * 2), bench.room(depth * 2)]
  bench.kernels.classSums(from, head, sums, pixels, depth, classes)
  bench.kernels.pixelSums(from, means, pixels, depth)
  const over = (length: number, term: (i: number) => number) =>
    Array.from({ length }, (_, i) => term(i)).reduce((a, b) => a + b)
  expect(bench.integers(sums, pixels * classes)).toEqual(
    Array.from({ length: pixels * classes }, (_, i) => {
      const [pixel, c] = [Math.floor(i / classes), i % classes]
      return over(depth, k => at(input, pixel * depth + k) * at(weights, c * depth + k))
    }),
  )
  expect(bench.integers(means, depth)).toEqual(
    Array.from({ length: depth }, (_, k) => over(pixels, pixel => at(input, pixel * depth + k))),
  )
})
