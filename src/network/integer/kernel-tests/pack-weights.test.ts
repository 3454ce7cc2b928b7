import { expect, it } from 'vitest'
import { openWorkbench } from '../../../../tests/helpers/integer/workbench.ts'

it('adds to the bias what rounding takes from the weights of mean inputs', async () => {
  const bench = await openWorkbench()
  const [rows, channels] = [4, 8]
  const quarter = 0x3400
  const weights = bench.put(Int16Array.from(Array(rows * channels).fill(quarter)))
  const ones = bench.put(new Uint8Array(Float32Array.from(Array(channels).fill(1)).buffer))
  const zeros = bench.put(new Int16Array(rows * 2))
  const means = bench.put(new Uint8Array(Float32Array.of(100, 20, 3, 5).buffer))
  const layer = bench.putPointLayer({ bias: Array(8).fill(7), scale: Array(8).fill(1), weights: Array(32).fill(1) })
  bench.kernels.packPointConv(weights, ones, zeros, means, ones, layer, rows, channels)
  expect(bench.integers(layer, 8)).toEqual(Array(8).fill(7 + (100 + 20 + 3 + 5) / 4))
  expect(bench.bytes(layer + 64, 32)).toEqual(Array(32).fill(0))
})
