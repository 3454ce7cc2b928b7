import type { Backend } from './backend.ts'
import type { Card } from './card.ts'
import type { MeasuredRanges } from './integer/ranges.ts'

/** The files of the network in floating point, as it was trained. */
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
  /** Builds of `integer/kernels/`, each compiled to WebAssembly for a different kind of processor. */
  kernels: readonly [BufferSource, ...BufferSource[]]
}

/** The network's output for one picture. */
export interface Output extends ClassOutput {
  /** Logits of the kinds, in the order of the card; empty if the network knows none. */
  kinds: Float32Array
}

/** What a backend computes for one picture. */
export interface ClassOutput {
  /** [11], in the order of `classes`. */
  logits: Float32Array
  /** [1280], the pooled feature map. */
  embedding: Float32Array
  /**
   * [49, 11]: what each cell of the 7×7 feature map, row by row, adds to each logit. The mean over the cells equals the
   * logits minus their biases (class activation maps, Zhou et al. 2016, arXiv:1512.04150).
   */
  activation: Float32Array
}

/** A network that is ready to run on one backend. */
export type Network = OnBackend<Output>

/** A network on one backend, without the head of the kinds. */
export type ClassNetwork = OnBackend<ClassOutput>

interface OnBackend<O> {
  backend: Backend
  /** The GPU's name; '' on WASM. */
  adapter: string
  /** The fastest number of pictures per batch; above 1 on a GPU only. */
  batchSize: number
  /**
   * Runs pictures, each RGB bytes [inputSize, inputSize, 3].
   * @throws Error if the backend fails or its device is lost
   */
  classify(pictures: Uint8Array[]): Promise<O[]>
  /** Bytes that the backend holds now. */
  memory(): number
  dispose(): void
}
