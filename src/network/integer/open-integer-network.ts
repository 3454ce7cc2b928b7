import { kindHead } from '../kind-head.ts'
import type { Network, NetworkFiles } from '../network.ts'
import { withKinds } from '../with-kinds.ts'
import { Arena } from './arena.ts'
import { layersOf } from './graph.ts'
import { IntegerNetwork } from './integer-network.ts'
import { packClasses } from './pack/pack-classes.ts'
import { planLayers } from './plan.ts'
import { RELU6 } from './quantise.ts'
import { scalesOf } from './ranges.ts'
import { startLayers } from './start-layers.ts'
import { fromHalf, weightReader } from './weights.ts'

/**
 * Opens the integer network on WebAssembly. It quantises the weights here, and gives the same answers on every machine, bit
 * for bit. It keeps nothing of the files.
 * @throws Error if WebAssembly lacks SIMD or the files do not match
 */
export async function openIntegerNetwork(files: NetworkFiles): Promise<Network> {
  const { card, topology, ranges, kernels } = files
  if (ranges.network !== card.name) throw new Error('the ranges are those of another network: npm run ranges')
  const weight = weightReader(files)
  const weightsOf = (name: string) => ({ kernel: weight(`${name}/kernel`), bias: weight(`${name}/bias`) })
  const layers = layersOf(topology, name => weight(name).shape, card.inputSize)
  const { kernel, bias } = weightsOf('logits')
  const [channels = 0, classes = 0] = kernel.shape

  const arena = new Arena()
  // Weights first: planning frees addresses, which later allocations reuse.
  const weightsAt = arena.allocate(kernel.halves.byteLength)
  const plan = planLayers(layers, scalesOf(layers, ranges), card.inputSize, arena)
  const { side } = plan.features
  if (plan.features.channels !== channels) throw new Error('the last layer does not fit the classes')
  const classSumsAt = arena.allocate(side ** 2 * classes * 4)
  const channelSumsAt = arena.allocate(channels * 4)

  const { memory, withKernels } = await startLayers(plan, arena.bytes, kernels, weightsOf)
  const units = packClasses(memory, weightsAt, kernel, RELU6)
  const biases = Array.from(bias.halves, fromHalf)
  const head = { weightsAt, classSumsAt, channelSumsAt, units, biases }
  return withKinds(new IntegerNetwork(withKernels, memory, plan, head), kindHead(files))
}
