import { readKernels } from '../../../scripts/kernels.ts'
import { type Kernels, startKernels } from '../../../src/network/integer/kernels.ts'
import { at, type IntegerLayer } from './plain.ts'

/** The kernels on a small memory, and room to put things. */
export interface Workbench {
  kernels: Kernels
  /** Copies into memory. Returns the address. */
  put(values: Int16Array | Uint8Array): number
  /** Writes a layer as `pointConv` reads it. Returns the address. */
  putPointLayer(layer: IntegerLayer): number
  /** Writes a layer as `depthwiseConv` reads it; weights [9, channels]. Returns the address. */
  putDepthwiseLayer(layer: IntegerLayer): number
  /** Room for so many int16, filled with what no kernel puts out. */
  room(length: number): number
  shorts(address: number, length: number): number[]
  integers(address: number, length: number): number[]
}

export async function openWorkbench(): Promise<Workbench> {
  const memory = new WebAssembly.Memory({ initial: 64, maximum: 64 })
  const { buffer } = memory
  const kernels = await startKernels(await readKernels('network'), memory)
  let end = 64
  const take = (bytes: number) => {
    const start = end
    end += Math.ceil(bytes / 64) * 64
    if (end > buffer.byteLength) throw new RangeError('the workbench is full')
    return start
  }
  const putBlocks = ({ bias, scale }: IntegerLayer, weightsOf: (firstChannel: number) => number[]) => {
    const blocks = Array.from({ length: bias.length / 8 }, (_, i) => weightsOf(i * 8))
    const bytes = 64 + (blocks[0]?.length ?? 0) * 2
    const start = take(blocks.length * bytes)
    for (const [i, weights] of blocks.entries()) {
      new Int32Array(buffer, start + i * bytes, 8).set(bias.slice(i * 8, i * 8 + 8))
      new Float32Array(buffer, start + i * bytes + 32, 8).set(scale.slice(i * 8, i * 8 + 8))
      new Int16Array(buffer, start + i * bytes + 64, weights.length).set(weights)
    }
    return start
  }
  const eight = [0, 1, 2, 3, 4, 5, 6, 7]
  return {
    kernels,
    put(values) {
      const start = take(values.byteLength + 64)
      new Uint8Array(buffer, start).set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
      return start
    },
    putPointLayer(layer) {
      const channels = layer.bias.length
      const rows = layer.weights.length / channels
      return putBlocks(layer, first =>
        Array.from({ length: rows / 2 }, (_, pair) =>
          eight.flatMap(c => [0, 1].map(k => at(layer.weights, (pair * 2 + k) * channels + first + c))),
        ).flat(),
      )
    },
    putDepthwiseLayer(layer) {
      const channels = layer.bias.length
      const weight = (row: number, column: number, c: number) =>
        row < 3 ? at(layer.weights, (row * 3 + column) * channels + c) : 0
      return putBlocks(layer, first =>
        [0, 1, 2].flatMap(column =>
          [0, 2].flatMap(row => eight.flatMap(c => [0, 1].map(k => weight(row + k, column, first + c)))),
        ),
      )
    },
    room(length) {
      const start = take(length * 2)
      new Int16Array(buffer, start, length).fill(-32_768)
      return start
    },
    shorts: (address, length) => [...new Int16Array(buffer, address, length)],
    integers: (address, length) => [...new Int32Array(buffer, address, length)],
  }
}
