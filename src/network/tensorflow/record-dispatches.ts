import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu'

/** One compute dispatch. */
export interface Dispatch {
  pipeline: GPUComputePipeline
  group: GPUBindGroup
  /** Workgroups along each axis. */
  size: Parameters<GPUComputePassEncoder['dispatchWorkgroups']>
}

/**
 * Calls `run` and records the compute dispatches of tfjs. It keeps tfjs from reusing the uniform buffers of the run, because
 * they are written immediately, not in the order of the commands.
 */
export function recordDispatches<Result>(
  backend: WebGPUBackend,
  run: () => Result,
): { dispatches: Dispatch[]; result: Result } {
  const { device, bufferManager } = backend
  const { createCommandEncoder } = device
  const { releaseBuffer } = bufferManager
  const dispatches: Dispatch[] = []
  // Submit earlier work: its encoder is not instrumented.
  submit(backend)
  device.createCommandEncoder = descriptor => {
    const encoder = createCommandEncoder.call(device, descriptor)
    const { beginComputePass } = encoder
    encoder.beginComputePass = descriptor => instrument(beginComputePass.call(encoder, descriptor), dispatches)
    return encoder
  }
  bufferManager.releaseBuffer = (buffer, reuse) => {
    if (!(buffer.usage & GPUBufferUsage.UNIFORM)) releaseBuffer.call(bufferManager, buffer, reuse)
  }
  try {
    const result = run()
    // Unsubmitted work would release its uniforms later, when this hook is gone.
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

function instrument(pass: GPUComputePassEncoder, dispatches: Dispatch[]): GPUComputePassEncoder {
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
