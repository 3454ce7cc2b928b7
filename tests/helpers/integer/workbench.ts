import { readKernels } from '../../../scripts/kernels.ts'
import { type Kernels, startKernels } from '../../../src/network/integer/kernels.ts'
import { at, type IntegerLayer } from './reference-kernels.ts'

/** The kernels on a small memory, with an allocator. */
export interface Workbench {
  kernels: Kernels
  /** Copies values into memory. @returns the address */
  put(values: Int16Array | Uint8Array): number
  /** Packs a layer for `pointConv`. @returns the address */
  putPointLayer(layer: IntegerLayer): number
  /** Packs a layer with weights [9, channels] for `depthwiseConv`. @returns the address */
  putDepthwiseLayer(layer: IntegerLayer): number
  /** Packs a layer for `pointConvShorts`. @returns the address */
  putShortsLayer(layer: IntegerLayer): number
  /** Allocates bytes and fills them with a value that no kernel writes. @returns the address */
  room(bytes: number): number
  bytes(address: number, length: number): number[]
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
  const put: Workbench['put'] = values => {
    const start = take(values.byteLength + 64)
    new Uint8Array(buffer, start).set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    return start
  }
  /** Writes bias, scale and weights in blocks of eight channels. */
  const putBlocks = ({ bias, scale }: IntegerLayer, weightsOf: (first: number) => Int8Array | Int16Array) => {
    const parts: Uint8Array[] = []
    for (let first = 0; first < bias.length; first += 8)
      for (const part of [
        Int32Array.from(bias.slice(first, first + 8)),
        Float32Array.from(scale.slice(first, first + 8)),
        weightsOf(first),
      ])
        parts.push(new Uint8Array(part.buffer))
    return put(Uint8Array.from(parts.flatMap(part => [...part])))
  }
  const range = (length: number) => [...Array(length).keys()]
  const eight = range(8)
  return {
    kernels,
    put,
    putPointLayer(layer) {
      const channels = layer.bias.length
      const fours = range(layer.weights.length / channels / 4)
      const weight = (row: number, c: number) => at(layer.weights, row * channels + c)
      return putBlocks(layer, first =>
        Int8Array.from(fours.flatMap(four => eight.flatMap(c => range(4).map(k => weight(four * 4 + k, first + c))))),
      )
    },
    putShortsLayer(layer) {
      const channels = layer.bias.length
      const pairs = range(layer.weights.length / channels / 2)
      const weight = (row: number, c: number) => at(layer.weights, row * channels + c)
      return putBlocks(layer, first =>
        Int16Array.from(pairs.flatMap(pair => eight.flatMap(c => [0, 1].map(k => weight(pair * 2 + k, first + c))))),
      )
    },
    putDepthwiseLayer(layer) {
      const channels = layer.bias.length
      const weight = (row: number, column: number, c: number) =>
        row < 3 ? at(layer.weights, (row * 3 + column) * channels + c) : 0
      const taps = [0, 1, 2].flatMap(column => [0, 2].map(row => ({ row, column })))
      return putBlocks(layer, first =>
        Int16Array.from(
          taps.flatMap(({ row, column }) => eight.flatMap(c => [0, 1].map(k => weight(row + k, column, first + c)))),
        ),
      )
    },
    room(bytes) {
      const start = take(bytes)
      new Uint8Array(buffer, start, bytes).fill(UNTOUCHED)
      return start
    },
    bytes: (address, length) => [...new Uint8Array(buffer, address, length)],
    shorts: (address, length) => [...new Int16Array(buffer, address, length)],
    integers: (address, length) => [...new Int32Array(buffer, address, length)],
  }
}

/** Larger than any byte output, and as int16 smaller than any output. */
export const UNTOUCHED = 0x80
