export interface GpuOptions {
  /** Accept a software WebGPU adapter. It is a hundred times slower than WASM, so this is for tests only. */
  allowSoftware?: boolean
  /** Aborted when nobody waits for the GPU any more. A late one must not replace the current GPU of TensorFlow.js. */
  signal?: AbortSignal
}

/**
 * Finds the machine's GPU without TensorFlow.js, which need not be loaded if there is none.
 * @throws Error with a RefusalReason as its cause
 */
export async function findGpu({ allowSoftware }: GpuOptions): Promise<GPUAdapter> {
  // Where there are two, the integrated one: a classifier that waits for pictures must not keep the other one awake.
  const adapter = await navigator.gpu?.requestAdapter({ powerPreference: 'low-power' })
  if (!adapter) throw new Error('no WebGPU adapter', { cause: 'no_adapter' })
  if (isSoftware(adapter.info) && !allowSoftware)
    throw new Error('only a software WebGPU adapter', { cause: 'software' })
  return adapter
}

function isSoftware(info: GPUAdapterInfo): boolean {
  return info.isFallbackAdapter || info.architecture === 'swiftshader'
}
