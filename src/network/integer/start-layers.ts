import { fastestOf } from './fastest.ts'
import { type Kernels, startKernels } from './kernels.ts'
import { type LayerWeights, packLayer, packTable } from './pack/pack-layers.ts'
import type { Plan } from './plan.ts'

const PAGE_BYTES = 65_536

/** A plan in its memory, with all weights in place. */
export interface StartedLayers {
  memory: ArrayBuffer
  /** Calls a function with the fastest of several builds of the kernels. */
  withKernels<Result>(run: (kernels: Kernels) => Result): Result
}

/**
 * Creates the memory of a plan, starts the kernels on it, and quantises the weights into it.
 * @param bytes size of the planned memory
 * @param binaries builds of the same kernels
 * @throws Error if WebAssembly lacks SIMD or a weight is missing or too large
 */
export async function startLayers(
  plan: Plan,
  bytes: number,
  binaries: readonly [BufferSource, ...BufferSource[]],
  weightsOf: (layer: string) => LayerWeights,
): Promise<StartedLayers> {
  // A fixed size: everything that a picture needs exists before the first one.
  const pages = Math.ceil(bytes / PAGE_BYTES)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
  const [first, ...others] = binaries
  const builds = [
    await startKernels(first, memory),
    ...(await Promise.all(others.map(other => startKernels(other, memory)))),
  ] as const
  for (const layer of plan.layers) {
    if (layer.weights) packLayer(builds[0], memory.buffer, layer, weightsOf(layer.weights), plan.scratchAt)
    packTable(memory.buffer, layer.tableAt, layer.outputScale)
  }
  return { memory: memory.buffer, withKernels: fastestOf(builds) }
}
