import type { Backend } from './backend.ts'
import { findGpu, type GpuOptions } from './find-gpu.ts'
import { openIntegerNetwork } from './integer/open-integer-network.ts'
import type { Network, NetworkFiles } from './network.ts'

/**
 * Starts a backend and loads the network on it. TensorFlow.js is loaded for a GPU only.
 * @throws Error when the machine lacks the backend or the files do not match
 */
export async function openNetwork(files: NetworkFiles & GpuOptions & { backend: Backend }): Promise<Network> {
  if (files.backend === 'wasm') return openIntegerNetwork(files)
  const gpu = await findGpu(files)
  const { openTensorFlowNetwork } = await import('./tensorflow/open-tensorflow-network.ts')
  return openTensorFlowNetwork(files, gpu, files.signal)
}
