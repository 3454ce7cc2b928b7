import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu'
import { findBackendFactory, registerBackend, removeBackend, setBackend } from '@tensorflow/tfjs-core'

/** The GPU that tfjs runs on. */
export interface RunningGpu {
  /** The GPU's name. */
  adapter: string
  backend: WebGPUBackend
  /** Resolves with the reason when the device is lost. */
  lost: Promise<string>
  /** Releases the device with all its memory. */
  stop(): void
}

/**
 * Makes tfjs run on a GPU, with a new device.
 * @throws Error with a short reason if that fails
 */
export async function startWebGpu(adapter: GPUAdapter, signal?: AbortSignal): Promise<RunningGpu> {
  const device = await adapter.requestDevice({ requiredLimits: limitsOf(adapter) })
  signal?.throwIfAborted()
  // tfjs never drops a lost device, so replace it at each start.
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

/** tfjs sizes its kernels by the adapter's limits, so request all of them. */
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
