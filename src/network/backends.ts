import { env, registerBackend, removeBackend, setBackend } from '@tensorflow/tfjs-core'
import type { Backend } from '../messages.ts'

/** A backend that tfjs now runs on. */
export interface RunningBackend {
  /** The GPU's name; '' on WASM. */
  adapter: string
  /** Resolves with the reason when the GPU goes away; never on WASM. */
  lost: Promise<string>
}

export interface BackendOptions {
  /** Takes a software WebGPU adapter too: a hundred times slower than WASM, so for tests alone. */
  allowSoftware?: boolean
  /** Aborted when nobody waits for the backend any more: one that comes late must not take tfjs over. */
  signal?: AbortSignal
  /** Where the WASM-SIMD binary of tfjs lies; Node finds it by itself. */
  wasmUrl?: string
}

/**
 * Makes tfjs run on a backend, with a fresh device where it is a GPU.
 * @throws Error with a short reason where this machine cannot, and a RefusalReason as its cause where there is one
 */
export async function startBackend(backend: Backend, options: BackendOptions = {}): Promise<RunningBackend> {
  return backend === 'webgpu' ? startWebGPU(options) : startWasm(options)
}

/** tfjs wants a path for each, though every browser of the last years has SIMD and the threaded one cannot run here. */
const BINARIES = ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm', 'tfjs-backend-wasm-threaded-simd.wasm']

async function startWasm({ wasmUrl, signal }: BackendOptions): Promise<RunningBackend> {
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm')
  signal?.throwIfAborted()
  // The threaded build starts blob: workers, which the extension's CSP refuses: it would hang for ever.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  if (wasmUrl) setWasmPaths(Object.fromEntries(BINARIES.map(name => [name, wasmUrl])))
  if (!(await setBackend('wasm'))) throw new Error('WebAssembly with SIMD is not available', { cause: 'no_simd' })
  return { adapter: '', lost: new Promise(() => {}) }
}

async function startWebGPU({ allowSoftware, signal }: BackendOptions): Promise<RunningBackend> {
  const adapter = await navigator.gpu?.requestAdapter({ powerPreference: 'high-performance' })
  if (!adapter) throw new Error('no WebGPU adapter', { cause: 'no_adapter' })
  if (isSoftware(adapter.info) && !allowSoftware)
    throw new Error('only a software WebGPU adapter', { cause: 'software' })
  const device = await adapter.requestDevice({ requiredLimits: limitsOf(adapter) })
  const { WebGPUBackend } = await import('@tensorflow/tfjs-backend-webgpu')
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
