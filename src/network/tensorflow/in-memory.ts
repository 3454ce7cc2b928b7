import type { io } from '@tensorflow/tfjs-core'
import type { FloatNetwork } from '../network.ts'

/** Lets tfjs load the network's files from memory. */
export function inMemory({ topology, weights }: FloatNetwork): io.IOHandler {
  const { modelTopology, weightsManifest } = topology as io.ModelJSON
  return {
    load: async () => ({
      modelTopology: modelTopology as object,
      weightSpecs: weightsManifest.flatMap(group => group.weights),
      weightData: weights,
    }),
  }
}
