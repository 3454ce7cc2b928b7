export interface GpuOptions {
  /** Takes a software WebGPU adapter too: a hundred times slower than WASM, so for tests alone. */
  allowSoftware?: boolean
  /** Aborted when nobody waits for the GPU any more: one that comes late must not take TensorFlow.js over. */
  signal?: AbortSignal
}

/**
 * Finds the machine's GPU. Apart from TensorFlow.js, which need not be loaded where there is none.
 * @throws Error with a RefusalReason as its cause
 */
export async function findGpu({ allowSoftware }: GpuOptions): Promise<GPUAdapter> {
  const adapter = await navigator.gpu?.requestAdapter({ powerPreference: 'high-performance' })
  if (!adapter) throw new Error('no WebGPU adapter', { cause: 'no_adapter' })
  if (isSoftware(adapter.info) && !allowSoftware)
    throw new Error('only a software WebGPU adapter', { cause: 'software' })
  return adapter
}

function isSoftware(info: GPUAdapterInfo): boolean {
  return info.isFallbackAdapter || info.architecture === 'swiftshader'
}
