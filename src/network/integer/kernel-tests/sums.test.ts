import { expect, it } from 'vitest'
import { dice } from '../../../../tests/helpers/integer/random.ts'
import { at } from '../../../../tests/helpers/integer/reference-kernels.ts'
import { openWorkbench } from '../../../../tests/helpers/integer/workbench.ts'

it('sums per class and per channel', async () => {
  const bench = await openWorkbench()
  const roll = dice(1)
  const rolls = (length: number, least: number, most: number) => Array.from({ length }, () => roll(least, most))
  const [pixels, depth, classes] = [49, 40, 11]
  const input = Int16Array.from(rolls(pixels * depth, 0, 4095))
  const weights = Int16Array.from(rolls(classes * depth, -9000, 9000))
  const from = bench.put(input)
  const [sums, means] = [bench.room(pixels * classes * 4), bench.room(depth * 4)]
  bench.kernels.classSums(from, bench.put(weights), sums, pixels, depth, classes)
  bench.kernels.pixelSums(from, means, pixels, depth)
  const totals = (count: number, terms: number, term: (i: number, k: number) => number) =>
    Array.from({ length: count }, (_, i) => Array.from({ length: terms }, (_, k) => term(i, k)).reduce((a, b) => a + b))
  const product = (i: number, k: number) =>
    at(input, Math.floor(i / classes) * depth + k) * at(weights, (i % classes) * depth + k)
  expect(bench.integers(sums, pixels * classes)).toEqual(totals(pixels * classes, depth, product))
  expect(bench.integers(means, depth)).toEqual(totals(depth, pixels, (k, pixel) => at(input, pixel * depth + k)))
})
