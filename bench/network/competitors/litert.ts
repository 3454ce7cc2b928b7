import { importPeer, modelUrl, normalise, type Open } from './competitor.ts'

interface LiteRt {
  loadLiteRt(folder: string): Promise<unknown>
  loadAndCompile(url: string, options: { accelerator: 'wasm'; cpuOptions: { numThreads: number } }): Promise<Compiled>
  Tensor: new (data: Float32Array | Uint8Array, shape: number[]) => LiteRtTensor
}
interface Compiled {
  run(input: LiteRtTensor): Promise<LiteRtTensor[]>
  delete(): void
}
interface LiteRtTensor {
  data(): Promise<Float32Array>
  delete(): void
}

/** The runtime, which a page can load only once. */
let loaded: Promise<unknown> | undefined

/** The network in LiteRT.js with its default build, which uses relaxed SIMD where available. */
export const openLiteRt =
  (format: 'float32' | 'int8'): Open =>
  async batch => {
    const { loadLiteRt, loadAndCompile, Tensor } = await importPeer<LiteRt>('litert.js')
    loaded ??= loadLiteRt(chrome.runtime.getURL('peers/litert/'))
    await loaded
    const options = { accelerator: 'wasm', cpuOptions: { numThreads: 1 } } as const
    const model = await loadAndCompile(modelUrl(`${batch}.${format}.tflite`), options)
    const side = 224
    const values = new (format === 'int8' ? Uint8Array : Float32Array)(batch * side * side * 3)
    return {
      run: async pictures => {
        if (values instanceof Float32Array) normalise(pictures, values)
        else for (const [i, picture] of pictures.entries()) values.set(picture, i * picture.length)
        const image = new Tensor(values, [batch, side, side, 3])
        const [logits] = await model.run(image)
        const read = Array.from((await logits?.data()) ?? [])
        image.delete()
        logits?.delete()
        return read
      },
      close: () => model.delete(),
    }
  }
