import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter'
import { type io, matMul, memory, reshape, type Tensor, type Tensor2D, tensor4d, tidy } from '@tensorflow/tfjs-core'
import type { Backend } from '../messages.ts'
import { type BackendOptions, startBackend } from './backends.ts'
import type { Card } from './card.ts'

/** The shipped files of a network. */
export interface NetworkFiles {
  card: Card
  /** `model.json`, parsed. */
  topology: unknown
  /** `weights.bin`. */
  weights: ArrayBuffer
}

/** What the network says of one picture. */
export interface Output {
  /** [11], in the order of `classes`. */
  logits: Float32Array
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
  /** What its backend holds at this moment. */
  memory(): { tensors: number; bytes: number }
  dispose(): void
}

const OUTPUTS = ['logits', 'embedding', 'feature_map']

/**
 * Starts a backend and loads the network on it.
 * @throws Error where the machine lacks the backend or the files do not fit
 */
export async function openNetwork(files: NetworkFiles & BackendOptions & { backend: Backend }): Promise<Network> {
  const { backend, card } = files
  const { adapter, lost } = await startBackend(backend, files)
  const model = await loadGraphModel(inMemory(files))
  const head = headOf(model)
  const size = card.inputSize
  const loss = watchLoss(lost)

  async function classify(pictures: Uint8Array[]): Promise<Output[]> {
    const input = tensor4d(normalise(pictures, size), [pictures.length, size, size, 3])
    let outputs: Tensor[] = []
    try {
      outputs = tidy(() => {
        const [logits, embedding, features] = model.execute(input, OUTPUTS) as [Tensor, Tensor, Tensor]
        // Here and not on the page: 49 × 11 numbers are quickly read back, 49 × 1280 are not.
        return [logits, embedding, matMul(reshape(features, [-1, head.shape[0]]), head)]
      })
      // `dataSync` may answer zeros on WebGPU, and a lost device never answers at all.
      const read = Promise.all(outputs.map(output => output.data<'float32'>()))
      const [logits, embedding, activation] = (await Promise.race([read, loss.next()])) as [
        Float32Array,
        Float32Array,
        Float32Array,
      ]
      return pictures.map((_, i) => ({
        logits: part(logits, i, pictures),
        embedding: part(embedding, i, pictures),
        activation: part(activation, i, pictures),
      }))
    } finally {
      input.dispose()
      for (const output of outputs) output.dispose()
    }
  }

  return {
    backend,
    adapter,
    batchSize: backend === 'webgpu' ? 8 : 1,
    classify,
    memory: () => {
      const { numTensors, numBytes } = memory()
      return { tensors: numTensors, bytes: numBytes }
    },
    dispose: () => model.dispose(),
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

/** RGB bytes to `x/127.5 - 1`, all pictures in one buffer. */
function normalise(pictures: Uint8Array[], size: number): Float32Array {
  const length = size * size * 3
  const input = new Float32Array(pictures.length * length)
  pictures.forEach((bytes, n) => {
    if (bytes.length !== length) throw new TypeError(`expected ${length} bytes of RGB, got ${bytes.length}`)
    const start = n * length
    for (let i = 0; i < length; i++) input[start + i] = (bytes[i] as number) / 127.5 - 1
  })
  return input
}

/** The i-th of the equal parts of a batch's output, as a copy that does not keep the batch alive. */
function part(all: Float32Array, i: number, pictures: unknown[]): Float32Array {
  const length = all.length / pictures.length
  return all.slice(i * length, (i + 1) * length)
}

function inMemory({ topology, weights }: NetworkFiles): io.IOHandler {
  const { modelTopology, weightsManifest } = topology as io.ModelJSON
  return {
    load: async () => ({
      modelTopology: modelTopology as object,
      weightSpecs: weightsManifest.flatMap(group => group.weights),
      weightData: weights,
    }),
  }
}
