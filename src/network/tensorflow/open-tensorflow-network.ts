import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter'
import { matMul, memory, reshape, type Tensor, type Tensor2D, tidy, zeros } from '@tensorflow/tfjs-core'
import { kindHead } from '../kind-head.ts'
import type { ClassNetwork, ClassOutput, FloatNetwork, Network } from '../network.ts'
import { withKinds } from '../with-kinds.ts'
import { inMemory } from './in-memory.ts'
import { type RecordedRun, recordRun } from './recorded-run.ts'
import { startWebGpu } from './start-webgpu.ts'
import { watchLoss } from './watch-loss.ts'

const OUTPUTS = ['logits', 'embedding', 'feature_map']

/**
 * Loads the network on a GPU, in float32: TensorFlow.js on WebGPU.
 * @throws Error if the GPU does not start, the signal is aborted, or the files do not match
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
  const unlessLost = watchLoss(lost)
  /** By number of pictures. */
  const runs = new Map<number, RecordedRun>()

  function execute(input: Tensor): Tensor[] {
    return tidy(() => {
      const [logits, embedding, features] = model.execute(input, OUTPUTS) as [Tensor, Tensor, Tensor]
      // Multiply on the GPU: 49 × 11 numbers are read back much faster than 49 × 1280.
      return [logits, embedding, matMul(reshape(features, [-1, head.shape[0]]), head)]
    })
  }

  function runFor(pictures: number): RecordedRun {
    const known = runs.get(pictures)
    if (known) return known
    const input = zeros([pictures, size, size, 3])
    const recorded = recordRun(backend, input, () => execute(input))
    runs.set(pictures, recorded)
    return recorded
  }

  async function classify(pictures: Uint8Array[]): Promise<ClassOutput[]> {
    // A lost device never answers.
    const run = unlessLost(runFor(pictures.length).replay(pictures))
    const [logits, embedding, activation] = (await run) as [Float32Array, Float32Array, Float32Array]
    return pictures.map((_, i) => ({
      logits: part(logits, i, pictures),
      embedding: part(embedding, i, pictures),
      activation: part(activation, i, pictures),
    }))
  }

  // A first run uploads the weights, which `recordRun` requires.
  tidy(() => void execute(zeros([1, size, size, 3])))

  const network: ClassNetwork = {
    backend: 'webgpu',
    adapter,
    batchSize: 8,
    classify,
    memory: () => memory().numBytes,
    dispose: () => {
      for (const recorded of runs.values()) recorded.dispose()
      model.dispose()
      stop()
    },
  }
  return withKinds(network, kindHead(files))
}

/** The kernel [1280, 11] that turns the embedding into logits. The model owns it. */
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
