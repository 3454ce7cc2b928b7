import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu'
import { findBackendFactory, registerBackend, removeBackend, setBackend } from '@tensorflow/tfjs-core'

/** A GPU that tfjs now runs on. */
export interface RunningGpu {
  /** Its name. */
  adapter: string
  backend: WebGPUBackend
  /** Resolves with the reason when it goes away. */
  lost: Promise<string>
  /** Gives it back, with all that it holds. */
  stop(): void
}

/**
 * Makes tfjs run on a GPU, with a fresh device.
 * @throws Error with a short reason where that fails
 */
export async function startWebGpu(adapter: GPUAdapter, signal?: AbortSignal): Promise<RunningGpu> {
  const device = await adapter.requestDevice({ requiredLimits: limitsOf(adapter) })
  signal?.throwIfAborted()
  // tfjs keeps a dead device for ever: each start replaces it.
  if (findBackendFactory('webgpu')) removeBackend('webgpu')
  const backend = new WebGPUBackend(device, adapter.info)
  registerBackend('webgpu', () => backend)
  if (!(await setBackend('webgpu'))) throw new Error('WebGPU did not start')
  return {
    adapter: nameOf(adapter.info),
    backend,
    lost: device.lost.then(info => info.message || info.reason),
    stop: () => device.destroy(),
  }
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
