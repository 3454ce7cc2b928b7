import networkUrl from '../../../models/apparel/model.json?url'
import weightsUrl from '../../../models/apparel/weights.bin?url'
import { importPeer, normalise, type Open } from './competitor.ts'
import { type GraphDef, unfuse } from './unfuse.ts'

interface Tfjs {
  setWasmPaths(paths: Record<string, string>): void
  env(): { set(flag: string, value: boolean): void }
  setBackend(name: 'wasm'): Promise<boolean>
  loadGraphModel(handler: { load(): Promise<unknown> }): Promise<GraphModel>
  tensor4d(values: Float32Array, shape: number[]): TfjsTensor
}
interface GraphModel {
  execute(input: TfjsTensor, output: string): TfjsTensor
  dispose(): void
}
interface TfjsTensor {
  data(): Promise<Float32Array>
  dispose(): void
}

const BINARIES = ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm', 'tfjs-backend-wasm-threaded-simd.wasm']

/** The network in TensorFlow.js, float32 on WASM: with fused operations as shipped, or unfused as in a layers model. */
export const openTfjs =
  (form: 'fused' | 'layers'): Open =>
  async batch => {
    const tfjs = await importPeer<Tfjs>('tfjs.js')
    tfjs.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
    const binary = chrome.runtime.getURL('peers/tfjs-backend-wasm-simd.wasm')
    tfjs.setWasmPaths(Object.fromEntries(BINARIES.map(name => [name, binary])))
    await tfjs.setBackend('wasm')
    const [{ modelTopology, weightsManifest }, weightData] = await Promise.all([
      fetch(networkUrl).then(response => response.json()),
      fetch(weightsUrl).then(response => response.arrayBuffer()),
    ])
    const topology: GraphDef = form === 'layers' ? unfuse(modelTopology) : modelTopology
    const weightSpecs = weightsManifest.flatMap((group: { weights: unknown[] }) => group.weights)
    const model = await tfjs.loadGraphModel({
      load: async () => ({ modelTopology: topology, weightSpecs, weightData }),
    })
    const side = 224
    const values = new Float32Array(batch * side * side * 3)
    return {
      run: async pictures => {
        normalise(pictures, values)
        const image = tfjs.tensor4d(values, [batch, side, side, 3])
        const logits = model.execute(image, 'logits')
        const read = Array.from(await logits.data())
        image.dispose()
        logits.dispose()
        return read
      },
      close: () => model.dispose(),
    }
  }
