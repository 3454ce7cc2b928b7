import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter'
import { matMul, memory, reshape, type Tensor, type Tensor2D, tidy, zeros } from '@tensorflow/tfjs-core'
import type { FloatNetwork, Network, Output } from '../network.ts'
import { inMemory } from './in-memory.ts'
import { startWebGpu } from './start-webgpu.ts'
import { record, type Tape } from './tape.ts'
import { watchLoss } from './watch-loss.ts'

const OUTPUTS = ['logits', 'embedding', 'feature_map']
const KINDS = 'kinds'

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
  const outputs = files.card.kinds ? [...OUTPUTS, KINDS] : OUTPUTS
  const unlessLost = watchLoss(lost)
  /** By their number of pictures. */
  const tapes = new Map<number, Tape>()

  function execute(input: Tensor): Tensor[] {
    return tidy(() => {
      const [logits, embedding, features, ...kinds] = model.execute(input, outputs) as [Tensor, Tensor, Tensor, Tensor?]
      // Here and not on the page: 49 × 11 numbers are quickly read back, 49 × 1280 are not.
      return [logits, embedding, matMul(reshape(features, [-1, head.shape[0]]), head), ...kinds].filter(
        output => output !== undefined,
      )
    })
  }

  function tapeOf(pictures: number): Tape {
    const known = tapes.get(pictures)
    if (known) return known
    const input = zeros([pictures, size, size, 3])
    const tape = record(backend, input, () => execute(input))
    tapes.set(pictures, tape)
    return tape
  }

  async function classify(pictures: Uint8Array[]): Promise<Output[]> {
    // A lost device never answers at all.
    const run = unlessLost(tapeOf(pictures.length).play(pictures))
    const [logits, embedding, activation, kinds] = (await run) as [
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array?,
    ]
    return pictures.map((_, i) => ({
      logits: part(logits, i, pictures),
      kinds: kinds ? part(kinds, i, pictures) : new Float32Array(),
      embedding: part(embedding, i, pictures),
      activation: part(activation, i, pictures),
    }))
  }

  // A run for nothing brings the weights to the GPU, which a tape wants there.
  tidy(() => void execute(zeros([1, size, size, 3])))

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

/** The i-th of the equal parts of a batch's output, as a copy that does not keep the batch alive. */
function part(all: Float32Array, i: number, pictures: unknown[]): Float32Array {
  const length = all.length / pictures.length
  return all.slice(i * length, (i + 1) * length)
}
