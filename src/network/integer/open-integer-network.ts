import type { Network, NetworkFiles, Output } from '../network.ts'
import { Arena } from './arena.ts'
import { layersOf } from './graph.ts'
import { startKernels } from './kernels.ts'
import { packClasses, packLayer } from './pack.ts'
import { planLayers, runLayer } from './plan.ts'
import { rangesOf } from './ranges.ts'
import { fromHalf, weightReader } from './weights.ts'

const PAGE = 65_536

/**
 * Makes the network from integers, on WebAssembly: its weights are quantised here, and every machine gets the same answers
 * to the last bit.
 * @throws Error where WebAssembly lacks SIMD or the files do not fit
 */
export async function openIntegerNetwork({ card, topology, weights, ranges, kernels }: NetworkFiles): Promise<Network> {
  const weight = weightReader(topology, weights)
  const weightsOf = (name: string) => ({ kernel: weight(`${name}/kernel`), bias: weight(`${name}/bias`) })
  const size = card.inputSize
  const layers = layersOf(topology, name => weight(name).shape, size)
  const head = weightsOf('logits')
  const [channels = 0, classes = 0] = head.kernel.shape

  const arena = new Arena()
  // Weights come first: what is given back in planning may be taken again.
  const headAt = arena.take(head.kernel.halves.byteLength)
  const plan = planLayers(layers, rangesOf(layers, ranges), size, arena)
  const features = plan.layers.at(-1)
  if (features?.channels !== channels) throw new Error('the last layer does not fit the classes')
  const { outputRange, outputAt } = features
  const pixels = features.side ** 2
  const classesAt = arena.take(pixels * classes * 4)
  const embeddingAt = arena.take(channels * 4)

  // It cannot grow: what a picture needs is there before the first one.
  const pages = Math.ceil(arena.bytes / PAGE)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
  const { buffer } = memory
  const run = await startKernels(kernels, memory)
  for (const layer of plan.layers) packLayer(run, buffer, layer, weightsOf(layer.weights), plan.scratchAt)
  const classUnits = packClasses(buffer, headAt, head.kernel, outputRange)
  const biases = Float32Array.from(head.bias.halves, fromHalf)

  function classify(picture: Uint8Array): Output {
    const length = size * size * 3
    if (picture.length !== length) throw new TypeError(`expected ${length} bytes of RGB, got ${picture.length}`)
    new Uint8Array(buffer, plan.pictureAt, length).set(picture)
    for (const layer of plan.layers) runLayer(run, layer, plan)
    run.pixelSums(outputAt, embeddingAt, pixels, channels)
    run.classSums(outputAt, headAt, classesAt, pixels, channels, classes)
    const sums = new Int32Array(buffer, classesAt, pixels * classes)
    const unit = outputRange.unit / pixels
    return {
      logits: biases.map((bias, c) => {
        let sum = 0
        for (let i = c; i < sums.length; i += classes) sum += sums[i] as number
        return bias + (sum * (classUnits[c] as number)) / pixels
      }),
      embedding: Float32Array.from(new Int32Array(buffer, embeddingAt, channels), sum => sum * unit),
      activation: Float32Array.from(sums, (sum, i) => sum * (classUnits[i % classes] as number)),
    }
  }

  return {
    backend: 'wasm',
    adapter: '',
    batchSize: 1,
    classify: async pictures => pictures.map(classify),
    memory: () => ({ tensors: 0, bytes: buffer.byteLength }),
    dispose: () => {},
  }
}
