import { beforeEach, describe, expect, it } from 'vitest'
import { dice } from '../../../../tests/helpers/integer/random.ts'
import {
  at,
  type IntegerLayer,
  plainConv3x3,
  plainPointConv,
} from '../../../../tests/helpers/integer/reference-kernels.ts'
import { openWorkbench, UNTOUCHED, type Workbench } from '../../../../tests/helpers/integer/workbench.ts'

let bench: Workbench
let roll: ReturnType<typeof dice>
beforeEach(async () => {
  bench = await openWorkbench()
  roll = dice(1)
})

function rolls(length: number, least: number, most: number): number[] {
  return Array.from({ length }, () => roll(least, most))
}

/** Most of its sums come to -`reach` to `reach`, of inputs of at most so much. */
function randomLayer(rows: number, channels: number, largest: number, inputs: number, reach: number): IntegerLayer {
  const usual = Math.round(Math.sqrt(rows) * largest * inputs)
  return {
    bias: rolls(channels, -(usual >> 3), usual >> 3),
    scale: rolls(channels, 100, 300).map(n => ((n / 100) * reach) / usual),
    weights: rolls(rows * channels, -largest, largest),
  }
}

/** Lie behind what a kernel may write. */
const untouched = Array(8).fill(UNTOUCHED)

describe.each([
  { kernel: 'pointConv', put: 'putPointLayer', largest: 127, inputs: 127, toInput: Uint8Array },
  { kernel: 'pointConvShorts', put: 'putShortsLayer', largest: 9000, inputs: 4095, toInput: Int16Array },
] as const)('1×1 convolution: $kernel', ({ kernel, put, largest, inputs, toInput }) => {
  const shapes = [
    [6, 4, 8],
    [10, 8, 8],
    [7, 24, 16],
    [49, 32, 24],
    [13, 160, 8],
  ] as const
  it.each(shapes)('is exact on %i pixels of %i to %i channels', (pixels, depth, channels) => {
    const input = toInput.from(rolls(pixels * depth, 0, inputs))
    const layer = randomLayer(depth, channels, largest, inputs, 4000)
    const output = bench.room(pixels * channels * 2 + 8)
    const [from, weights] = [bench.put(input), bench[put](layer)]
    bench.kernels[kernel](from, weights, 0, output, pixels, depth, channels, 0, 4095)
    expect(bench.shorts(output, pixels * channels)).toEqual(plainPointConv(input, layer, undefined, [0, 4095]))
    expect(bench.bytes(output + pixels * channels * 2, 8)).toEqual(untouched)
  })

  it('adds the residual and clamps', () => {
    const input = toInput.from(rolls(9 * 16, 0, inputs))
    const residual = Int16Array.from(rolls(9 * 8, -32_767, 32_767))
    const layer = randomLayer(16, 8, largest, inputs, 20_000)
    const output = bench.room(9 * 8 * 2)
    const [from, weights, added] = [bench.put(input), bench[put](layer), bench.put(residual)]
    bench.kernels[kernel](from, weights, added, output, 9, 16, 8, -32_767, 32_767)
    const expected = plainPointConv(input, layer, residual, [-32_767, 32_767])
    expect(bench.shorts(output, 72)).toEqual(expected)
    for (const end of [-32_767, 32_767]) expect(expected).toContain(end)
    expect(expected.some(value => Math.abs(value) < 32_767)).toBe(true)
  })

  it('rounds halves to even', () => {
    const bias = [1, 3, 5, -1, -3, -5, 7, -7].map(n => n * 512)
    const layer = { bias, scale: Array(8).fill(0.5 ** 10), weights: Array(32).fill(0) }
    const output = bench.room(96)
    bench.kernels[kernel](bench.put(new Uint8Array(48)), bench[put](layer), 0, output, 6, 4, 8, -99, 99)
    expect(bench.shorts(output, 8)).toEqual([0, 2, 2, 0, -2, -2, 4, -4])
  })
})

it.each([2 ** 22 - 1, 32_768, 32_767.5, -32_768.5, -(2 ** 22) + 1])('a sum that is scaled to %d saturates', scaled => {
  const layer = { bias: Array(8).fill(scaled * 2 ** 8), scale: Array(8).fill(2 ** -8), weights: Array(32).fill(0) }
  const output = bench.room(96)
  bench.kernels.pointConv(
    bench.put(new Uint8Array(24)),
    bench.putPointLayer(layer),
    0,
    output,
    6,
    4,
    8,
    -32_768,
    32_767,
  )
  expect(bench.shorts(output, 8)).toEqual(Array(8).fill(scaled > 0 ? 32_767 : -32_768))
})

it('a 1×1 convolution of bytes is exact when every product is the largest', () => {
  const depth = 960
  const input = new Uint8Array(6 * depth).fill(127)
  const weights = Array.from({ length: depth }, () => [127, -127, 127, -127, 1, -1, 0, 126]).flat()
  const layer = { bias: [5, -5, 0, 0, 0, 0, 9, 0], scale: Array(8).fill(2 ** -9), weights }
  const output = bench.room(96)
  bench.kernels.pointConv(bench.put(input), bench.putPointLayer(layer), 0, output, 6, depth, 8, -32_768, 32_767)
  expect(bench.shorts(output, 48)).toEqual(plainPointConv(input, layer, undefined, [-32_768, 32_767]))
  expect(bench.shorts(output, 1)[0]).toBe(30_242)
})

it('a 1×1 convolution of int16 is exact at the ends of int32', () => {
  // 2 * 32767 * 32767 + 131069 = 2^31 - 1, and the same below zero.
  const input = new Int16Array(12).fill(32_767)
  const layer = {
    bias: [131_069, -131_070, 0, 0, 0, 0, 0, 0],
    scale: Array(8).fill(2 ** -17),
    weights: [1, 1].flatMap(() => [32_767, -32_767, 32_767, -32_767, 1, -1, 0, 3]),
  }
  const output = bench.room(96)
  bench.kernels.pointConvShorts(bench.put(input), bench.putShortsLayer(layer), 0, output, 6, 2, 8, -32_768, 32_767)
  expect(bench.shorts(output, 48)).toEqual(plainPointConv(input, layer, undefined, [-32_768, 32_767]))
  expect(bench.shorts(output, 2)).toEqual([16_384, -16_384])
})

it('int16 is converted to bytes with a scale per channel', () => {
  const [pixels, channels] = [5, 16]
  const input = Int16Array.from(rolls(pixels * channels, -32_768, 32_767))
  const [multipliers, zeros] = [rolls(channels, 30, 32_767), rolls(channels, -127, 0)]
  const table = [0, 8].flatMap(first => [...multipliers.slice(first, first + 8), ...zeros.slice(first, first + 8)])
  const output = bench.room(pixels * channels + 8)
  bench.kernels.toBytes(bench.put(input), bench.put(Int16Array.from(table)), output, pixels, channels)
  const expected = Array.from(input, (value, i) => {
    const scaled = Math.floor((value * at(multipliers, i % channels) + 2 ** 14) / 2 ** 15)
    return Math.max(0, Math.min(127, scaled - at(zeros, i % channels)))
  })
  expect(bench.bytes(output, pixels * channels + 8)).toEqual([...expected, ...untouched])
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
  const outputs = [
    { most: 127, width: 1, read: 'bytes' },
    { most: 4095, width: 2, read: 'shorts' },
  ] as const
  const cases = shapes.flatMap(shape => outputs.map(output => [...shape, output] as const))
  it.each(cases)('is exact on %i×%1$i pixels of %i channels, stride %i, to %o', (size, channels, stride, to) => {
    const { most, width, read } = to
    const input = Int16Array.from(rolls(size * size * channels, 0, 4095))
    const layer = randomLayer(9, channels, 32_767, 4095, most)
    const length = (size / stride) ** 2 * channels
    const [from, weights] = [bench.put(input), bench.putDepthwiseLayer(layer)]
    const zeros = bench.put(new Int16Array(size * channels))
    const output = bench.room(length * width + 8)
    bench.kernels.depthwiseConv(from, weights, zeros, output, size, channels, stride, most)
    const valueAt = (y: number, x: number, c: number, tap: number) =>
      at(input, (y * size + x) * channels + c) * at(layer.weights, tap * channels + c)
    expect(bench[read](output, length)).toEqual(plainConv3x3(valueAt, layer, 1, size, stride, most))
    expect(bench.bytes(output + length * width, 8)).toEqual(untouched)
  })
})

it.each([8, 14, 32])('the first convolution is exact on %i×%1$i pixels', size => {
  const picture = Uint8Array.from(rolls(size * size * 3, 0, 255))
  const layer = randomLayer(28, 16, 32_767, 255, 4095)
  layer.weights.fill(0, 27 * 16)
  const length = (size / 2) ** 2 * 16
  const [from, weights] = [bench.put(picture), bench.putShortsLayer(layer)]
  const patches = bench.put(new Int16Array(size * 14))
  const output = bench.room(length * 2)
  // Twice, because patches are left behind.
  bench.kernels.firstConv(from, patches, weights, output, size, 16, 4095)
  bench.kernels.firstConv(from, patches, weights, output, size, 16, 4095)
  const valueAt = (y: number, x: number, c: number, row: number) =>
    (2 * at(picture, (y * size + x) * 3 + (row % 3)) - 255) * at(layer.weights, row * 16 + c)
  expect(bench.shorts(output, length)).toEqual(plainConv3x3(valueAt, layer, 3, size, 2, 4095))
})

it.each([
  [1, 8],
  [3, 24],
  [4, 16],
])('enlarges %i×%1$i pixels of %i channels', (side, channels) => {
  const input = Int16Array.from(rolls(side * side * channels, -32_767, 32_767))
  const output = bench.room(input.length * 8 + 8)
  bench.kernels.enlarge(bench.put(input), output, side, channels)
  const expected = Array.from({ length: input.length * 4 }, (_, i) => {
    const [pixel, c] = [Math.floor(i / channels), i % channels]
    const [y, x] = [Math.floor(pixel / (2 * side)), pixel % (2 * side)]
    return at(input, ((y >> 1) * side + (x >> 1)) * channels + c)
  })
  expect(bench.shorts(output, input.length * 4)).toEqual(expected)
  expect(bench.bytes(output + input.length * 8, 8)).toEqual(untouched)
})
