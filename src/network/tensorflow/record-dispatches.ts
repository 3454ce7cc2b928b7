import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu'

/** One thing for the GPU to do. */
export interface Dispatch {
  pipeline: GPUComputePipeline
  group: GPUBindGroup
  /** Workgroups along each axis. */
  size: Parameters<GPUComputePassEncoder['dispatchWorkgroups']>
}

/**
 * Runs, and notes what tfjs dispatches. The uniforms that it writes for that are kept from being used again: they are written
 * at once, not in turn.
 */
export function recordDispatches<Result>(
  backend: WebGPUBackend,
  run: () => Result,
): { dispatches: Dispatch[]; result: Result } {
  const { device, bufferManager } = backend
  const { createCommandEncoder } = device
  const { releaseBuffer } = bufferManager
  const dispatches: Dispatch[] = []
  // What came before has an encoder that nobody listens to.
  submit(backend)
  device.createCommandEncoder = descriptor => {
    const encoder = createCommandEncoder.call(device, descriptor)
    const { beginComputePass } = encoder
    encoder.beginComputePass = descriptor => listen(beginComputePass.call(encoder, descriptor), dispatches)
    return encoder
  }
  bufferManager.releaseBuffer = (buffer, reuse) => {
    if (!(buffer.usage & GPUBufferUsage.UNIFORM)) releaseBuffer.call(bufferManager, buffer, reuse)
  }
  try {
    const result = run()
    // What is not submitted keeps its uniforms, and would give them back later.
    submit(backend)
    return { result, dispatches }
  } finally {
    device.createCommandEncoder = createCommandEncoder
    bufferManager.releaseBuffer = releaseBuffer
  }
}

function submit(backend: WebGPUBackend): void {
  backend.ensureCommandEncoderReady()
  backend.endComputePassEncoder()
  backend.submitQueue()
}

function listen(pass: GPUComputePassEncoder, dispatches: Dispatch[]): GPUComputePassEncoder {
  const { setPipeline, setBindGroup, dispatchWorkgroups } = pass
  let pipeline: GPUComputePipeline
  let group: GPUBindGroup
  pass.setPipeline = next => {
    pipeline = next
    setPipeline.call(pass, next)
  }
  pass.setBindGroup = (index: number, next: GPUBindGroup | null | undefined) => {
    group = next as GPUBindGroup
    ;(setBindGroup as (index: number, group?: GPUBindGroup | null) => void).call(pass, index, next)
  }
  pass.dispatchWorkgroups = (...size) => {
    dispatches.push({ pipeline, group, size })
    dispatchWorkgroups.call(pass, ...size)
  }
  return pass
}
