import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu'
import { registerBackend, removeBackend, setBackend } from '@tensorflow/tfjs-core'

/** A GPU that tfjs now runs on. */
export interface RunningGpu {
  /** Its name. */
  adapter: string
  /** Resolves with the reason when it goes away. */
  lost: Promise<string>
}

export interface GpuOptions {
  /** Takes a software WebGPU adapter too: a hundred times slower than WASM, so for tests alone. */
  allowSoftware?: boolean
  /** Aborted when nobody waits for the GPU any more: one that comes late must not take tfjs over. */
  signal?: AbortSignal
}

/**
 * Makes tfjs run on WebGPU, with a fresh device.
 * @throws Error with a short reason where this machine cannot
 */
export async function startWebGpu({ allowSoftware, signal }: GpuOptions): Promise<RunningGpu> {
  const adapter = await navigator.gpu?.requestAdapter({ powerPreference: 'high-performance' })
  if (!adapter) throw new Error('no WebGPU adapter')
  if (isSoftware(adapter.info) && !allowSoftware) throw new Error('only a software WebGPU adapter')
  const device = await adapter.requestDevice({ requiredLimits: limitsOf(adapter) })
  signal?.throwIfAborted()
  // tfjs keeps a dead device for ever: each start replaces it.
  removeBackend('webgpu')
  registerBackend('webgpu', () => new WebGPUBackend(device, adapter.info))
  if (!(await setBackend('webgpu'))) throw new Error('WebGPU did not start')
  return { adapter: nameOf(adapter.info), lost: device.lost.then(info => info.message || info.reason) }
}

function isSoftware(info: GPUAdapterInfo): boolean {
  return info.isFallbackAdapter || info.architecture === 'swiftshader'
}

function nameOf({ description, vendor, architecture }: GPUAdapterInfo): string {
  return description || [vendor, architecture].filter(Boolean).join(' ') || 'GPU'
}

/** tfjs sizes its kernels by what the adapter can do, so ask for all of it. */
function limitsOf({ limits }: GPUAdapter): Record<string, number> {
  return {
    maxComputeWorkgroupStorageSize: limits.maxComputeWorkgroupStorageSize,
    maxComputeWorkgroupsPerDimension: limits.maxComputeWorkgroupsPerDimension,
    maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
    maxBufferSize: limits.maxBufferSize,
    maxComputeWorkgroupSizeX: limits.maxComputeWorkgroupSizeX,
    maxComputeInvocationsPerWorkgroup: limits.maxComputeInvocationsPerWorkgroup,
  }
}
