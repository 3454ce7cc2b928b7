import { type Competitor, importPeer, modelUrl, normalisePlanes, type Open } from './competitor.ts'

/** The part of onnxruntime-web's API that is used here. */
export interface Ort {
  env: { wasm: { wasmPaths: string; numThreads: number } }
  InferenceSession: { create(model: string | Uint8Array, options: { executionProviders: string[] }): Promise<Session> }
  Tensor: new (type: 'float32', data: Float32Array, shape: number[]) => OrtTensor
}
interface Session {
  run(inputs: { image: OrtTensor }): Promise<{ logits: OrtTensor }>
  release(): Promise<void>
}
interface OrtTensor {
  getData(): Promise<Float32Array>
  dispose(): void
}

/** The network in onnxruntime-web in float32. */
export const openOnnxRuntime =
  (provider: 'wasm' | 'webgpu'): Open =>
  async batch => {
    const ort = await importPeer<Ort>(`ort/ort.${provider}.min.mjs`)
    ort.env.wasm.wasmPaths = chrome.runtime.getURL('peers/ort/')
    return openSession(ort, provider, modelUrl(`${batch}.onnx`), batch)
  }

/** @param model URL or bytes of the network for this batch size */
export async function openSession(
  ort: Ort,
  provider: 'wasm' | 'webgpu',
  model: string | Uint8Array,
  batch: number,
): Promise<Competitor> {
  ort.env.wasm.numThreads = 1
  const session = await ort.InferenceSession.create(model, { executionProviders: [provider] })
  const side = 224
  const values = new Float32Array(batch * 3 * side * side)
  return {
    run: async pictures => {
      normalisePlanes(pictures, values)
      const image = new ort.Tensor('float32', values, [batch, 3, side, side])
      const { logits } = await session.run({ image })
      const read = Array.from(await logits.getData())
      logits.dispose()
      return read
    },
    close: () => void session.release(),
  }
}
