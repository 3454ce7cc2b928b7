import { loadGraphModel } from '@tensorflow/tfjs-converter'
import { type io, type Tensor, tensor4d } from '@tensorflow/tfjs-core'
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
  dispose(): void
}

/**
 * Starts a backend and loads the network on it.
 * @throws Error where the machine lacks the backend or the files do not fit
 */
export async function openNetwork(files: NetworkFiles & BackendOptions & { backend: Backend }): Promise<Network> {
  const { backend, card } = files
  const { adapter, lost } = await startBackend(backend, files)
  const model = await loadGraphModel(inMemory(files))
  const size = card.inputSize
  const loss = watchLoss(lost)

  async function classify(pictures: Uint8Array[]): Promise<Output[]> {
    const input = tensor4d(normalise(pictures, size), [pictures.length, size, size, 3])
    let outputs: Tensor[] = []
    try {
      outputs = model.execute(input, ['logits', 'embedding']) as Tensor[]
      // `dataSync` may answer zeros on WebGPU, and a lost device never answers at all.
      const read = Promise.all(outputs.map(output => output.data<'float32'>()))
      const [logits, embedding] = (await Promise.race([read, loss.next()])) as [Float32Array, Float32Array]
      return pictures.map((_, i) => ({ logits: part(logits, i, pictures), embedding: part(embedding, i, pictures) }))
    } finally {
      input.dispose()
      for (const output of outputs) output.dispose()
    }
  }

  const batchSize = backend === 'webgpu' ? 8 : 1
  return { backend, adapter, batchSize, classify, dispose: () => model.dispose() }
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
