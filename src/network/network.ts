import type { Backend } from '../messages.ts'
import type { Card } from './card.ts'
import { findGpu, type GpuOptions } from './find-gpu.ts'
import { openIntegerNetwork } from './integer/open-integer-network.ts'
import type { MeasuredRanges } from './integer/ranges.ts'

/** A network as it was trained. */
export interface FloatNetwork {
  card: Card
  /** `model.json`, parsed. */
  topology: unknown
  /** `weights.bin`. */
  weights: ArrayBuffer
}

/** The shipped files of a network. */
export interface NetworkFiles extends FloatNetwork {
  /** `ranges.json`, parsed. */
  ranges: MeasuredRanges
  /** The kernels of `integer/kernels/`, compiled to WebAssembly for one kind of processor or another. */
  kernels: readonly [BufferSource, ...BufferSource[]]
}

/** What the network says of one picture. */
export interface Output {
  /** [11], in the order of `classes`. */
  logits: Float32Array
  /** In the order of the card's kinds; empty where the network knows none. */
  kinds: Float32Array
  /** [1280], the pooled feature map. */
  embedding: Float32Array
  /**
   * [49, 11]: what each place of the 7×7 feature map, row by row, adds to each logit. Its mean over the places is the
   * logits less their biases (class activation maps, Zhou et al. 2016, arXiv:1512.04150).
   */
  activation: Float32Array
}

/** A network that is ready to run on one backend. */
export interface Network {
  backend: Backend
  /** The GPU's name; '' on WASM. */
  adapter: string
  /** How many pictures at a time are fastest: batches pay on a GPU only. */
  batchSize: number
  /**
   * Runs pictures, each RGB bytes [inputSize, inputSize, 3].
   * @throws Error where the backend fails or its device is lost
   */
  classify(pictures: Uint8Array[]): Promise<Output[]>
  /** Bytes that its backend holds at this moment. */
  memory(): number
  dispose(): void
}

/**
 * Starts a backend and loads the network on it. TensorFlow.js is read for a GPU alone.
 * @throws Error where the machine lacks the backend or the files do not fit
 */
export async function openNetwork(files: NetworkFiles & GpuOptions & { backend: Backend }): Promise<Network> {
  if (files.backend === 'wasm') return openIntegerNetwork(files)
  const gpu = await findGpu(files)
  const { openTensorFlowNetwork } = await import('./tensorflow/open-tensorflow-network.ts')
  return openTensorFlowNetwork(files, gpu, files.signal)
}
