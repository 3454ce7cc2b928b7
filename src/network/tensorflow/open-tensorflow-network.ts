import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter'
import { matMul, memory, reshape, type Tensor, type Tensor2D, tensor4d, tidy, zeros } from '@tensorflow/tfjs-core'
import type { FloatNetwork, Network, Output } from '../network.ts'
import { inMemory } from './in-memory.ts'
import { normalise } from './normalise.ts'
import { startWebGpu } from './start-webgpu.ts'
import { record, type Tape } from './tape.ts'

type Shape = [pictures: number, height: number, width: number, colours: 3]

const OUTPUTS = ['logits', 'embedding', 'feature_map']

/**
 * Loads the network on a GPU, in float32: TensorFlow.js on WebGPU.
 * @throws Error where the GPU does not start, the signal is aborted, or the files do not fit
 */
export async function openTensorFlowNetwork(
  files: FloatNetwork,
  gpu: GPUAdapter,
  signal?: AbortSignal,
): Promise<Network> {
  const { adapter, backend, lost, stop } = await startWebGpu(gpu, signal)
  const model = await loadGraphModel(inMemory(files))
  const head = headOf(model)
  const size = files.card.inputSize
  const loss = watchLoss(lost)
  /** By their number of pictures. */
  const tapes = new Map<number, Tape>()
  let hasRun = false

  function execute(input: Tensor): Tensor[] {
    return tidy(() => {
      const [logits, embedding, features] = model.execute(input, OUTPUTS) as [Tensor, Tensor, Tensor]
      // Here and not on the page: 49 × 11 numbers are quickly read back, 49 × 1280 are not.
      return [logits, embedding, matMul(reshape(features, [-1, head.shape[0]]), head)]
    })
  }

  /** The first run, which also brings the weights to the GPU. */
  async function runOnce(pixels: Float32Array, shape: Shape): Promise<Float32Array[]> {
    const input = tensor4d(pixels, shape)
    let outputs: Tensor[] = []
    try {
      outputs = execute(input)
      // `dataSync` may answer zeros on WebGPU.
      const read = await Promise.all(outputs.map(output => output.data<'float32'>()))
      hasRun = true
      return read
    } finally {
      input.dispose()
      for (const output of outputs) output.dispose()
    }
  }

  function tapeOf(shape: Shape): Tape {
    const known = tapes.get(shape[0])
    if (known) return known
    const input = zeros(shape)
    const tape = record(backend, input, () => execute(input))
    tapes.set(shape[0], tape)
    return tape
  }

  async function classify(pictures: Uint8Array[]): Promise<Output[]> {
    const shape: Shape = [pictures.length, size, size, 3]
    const pixels = normalise(pictures, size)
    const run = hasRun ? tapeOf(shape).play(pixels) : runOnce(pixels, shape)
    // A lost device never answers at all.
    const [logits, embedding, activation] = (await Promise.race([run, loss.next()])) as [
      Float32Array,
      Float32Array,
      Float32Array,
    ]
    return pictures.map((_, i) => ({
      logits: part(logits, i, pictures),
      embedding: part(embedding, i, pictures),
      activation: part(activation, i, pictures),
    }))
  }

  return {
    backend: 'webgpu',
    adapter,
    batchSize: 8,
    classify,
    memory: () => memory().numBytes,
    dispose: () => {
      for (const tape of tapes.values()) tape.dispose()
      model.dispose()
      stop()
    },
  }
}

/** The kernel [1280, 11] that turns the embedding into logits. It belongs to the model. */
function headOf(model: GraphModel): Tensor2D {
  const [kernel] = model.weights['logits/kernel'] ?? []
  if (!kernel) throw new Error('the network has no weight named logits/kernel')
  return kernel as Tensor2D
}

/**
 * A rejection for each run that waits, and one reaction for all: each reaction to a promise that never settles, as that of
 * a device which is never lost, would keep a run's outputs alive for ever.
 */
function watchLoss(lost: Promise<string>): { next(): Promise<never> } {
  let error: Error | undefined
  let reject: (error: Error) => void = () => {}
  void lost.then(reason => {
    error = new Error(`the GPU was lost: ${reason}`)
    reject(error)
  })
  return {
    next: () => (error ? Promise.reject(error) : new Promise((_, fail) => (reject = fail))),
  }
}

/** The i-th of the equal parts of a batch's output, as a copy that does not keep the batch alive. */
function part(all: Float32Array, i: number, pictures: unknown[]): Float32Array {
  const length = all.length / pictures.length
  return all.slice(i * length, (i + 1) * length)
}
