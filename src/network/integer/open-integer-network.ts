import type { Network, NetworkFiles } from '../network.ts'
import { Arena } from './arena.ts'
import { fastestOf } from './fastest.ts'
import { layersOf } from './graph.ts'
import { IntegerNetwork } from './integer-network.ts'
import { startKernels } from './kernels.ts'
import { kindHead } from './kind-logits.ts'
import { packLayer, packTable } from './pack.ts'
import { packClasses } from './pack-classes.ts'
import { planLayers } from './plan.ts'
import { RELU6 } from './quantise.ts'
import { scalesOf } from './ranges.ts'
import { fromHalf, weightReader } from './weights.ts'

const PAGE = 65_536

/**
 * Makes the network from integers, on WebAssembly: its weights are quantised here, and every machine gets the same answers
 * to the last bit. Nothing of the files is kept.
 * @throws Error where WebAssembly lacks SIMD or the files do not fit
 */
export async function openIntegerNetwork({ card, topology, weights, ranges, kernels }: NetworkFiles): Promise<Network> {
  if (ranges.network !== card.name) throw new Error('the ranges are those of another network: npm run ranges')
  const weight = weightReader(topology, weights)
  const weightsOf = (name: string) => ({ kernel: weight(`${name}/kernel`), bias: weight(`${name}/bias`) })
  const layers = layersOf(topology, name => weight(name).shape, card.inputSize)
  const { kernel, bias } = weightsOf('logits')
  const [channels = 0, classes = 0] = kernel.shape

  const arena = new Arena()
  // Weights come first: what is given back in planning may be taken again.
  const weightsAt = arena.take(kernel.halves.byteLength)
  const plan = planLayers(layers, scalesOf(layers, ranges), card.inputSize, arena)
  const { side } = plan.features
  if (plan.features.channels !== channels) throw new Error('the last layer does not fit the classes')
  const classSumsAt = arena.take(side ** 2 * classes * 4)
  const channelSumsAt = arena.take(channels * 4)

  // It cannot grow: what a picture needs is there before the first one.
  const pages = Math.ceil(arena.bytes / PAGE)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
  const [first, ...others] = kernels
  const builds = [
    await startKernels(first, memory),
    ...(await Promise.all(others.map(other => startKernels(other, memory)))),
  ] as const
  for (const layer of plan.layers) {
    packLayer(builds[0], memory.buffer, layer, weightsOf(layer.weights), plan.scratchAt)
    packTable(memory.buffer, layer.tableAt, layer.outputScale)
  }
  const units = packClasses(memory.buffer, weightsAt, kernel, RELU6)
  const biases = Array.from(bias.halves, fromHalf)
  return new IntegerNetwork(fastestOf(builds), memory.buffer, plan, {
    weightsAt,
    classSumsAt,
    channelSumsAt,
    units,
    biases,
    kindsOf: card.kinds ? kindHead(weight('kinds/kernel'), weight('kinds/bias')) : () => new Float32Array(),
  })
}
