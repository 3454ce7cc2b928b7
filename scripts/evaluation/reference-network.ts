import '@tensorflow/tfjs-backend-wasm'
import { loadGraphModel } from '@tensorflow/tfjs-converter'
import { setBackend, type Tensor, tensor4d } from '@tensorflow/tfjs-core'
import type { FloatNetwork } from '../../src/network/network.ts'
import { inMemory } from '../../src/network/tensorflow/in-memory.ts'
import type { Judge } from './judge.ts'
import { normalise } from './normalise.ts'
import { readFloatNetwork } from './shipped-network.ts'

/** The network in float32, run by tfjs on WASM: the reference for integers and GPUs. */
export interface Reference {
  /** Computes the outputs of any of the graph's nodes for one picture, RGB bytes [inputSize, inputSize, 3]. */
  outputsOf(picture: Uint8Array, nodes: string[]): Promise<Float32Array[]>
}

/** @throws Error if the files do not match */
export async function openReference(files: FloatNetwork): Promise<Reference> {
  await setBackend('wasm')
  const model = await loadGraphModel(inMemory(files))
  const size = files.card.inputSize
  return {
    async outputsOf(picture, nodes) {
      const input = tensor4d(normalise([picture], size), [1, size, size, 3])
      const outputs = [model.execute(input, nodes)].flat() as Tensor[]
      const values = await Promise.all(outputs.map(output => output.data<'float32'>()))
      for (const tensor of [input, ...outputs]) tensor.dispose()
      return values
    },
  }
}

/** Opens a folder's network in float32 for evaluation. Its weights may be stored in any format that tfjs supports. */
export async function openAsFloats(folder: string): Promise<Judge> {
  const files = await readFloatNetwork(folder)
  const { outputsOf } = await openReference(files)
  return {
    card: files.card,
    async outputsOf(picture) {
      const [logits, kinds = new Float32Array()] = await outputsOf(
        picture,
        files.card.kinds ? ['logits', 'kinds'] : ['logits'],
      )
      if (!logits) throw new Error('the network did not answer')
      return { logits, kinds }
    },
  }
}
