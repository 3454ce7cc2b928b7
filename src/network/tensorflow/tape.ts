import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu'
import type { Tensor } from '@tensorflow/tfjs-core'

interface Dispatch {
  pipeline: GPUComputePipeline
  group: GPUBindGroup
  /** Workgroups along each axis. */
  size: Parameters<GPUComputePassEncoder['dispatchWorkgroups']>
}

/** A run of the network that can be given to the GPU again, without TensorFlow.js: that takes longer than the GPU. */
export interface Tape {
  /**
   * Runs it.
   * @param input float32, of the shape that was recorded
   * @returns its outputs, each a part of the same memory
   */
  play(input: Float32Array<ArrayBuffer>): Promise<Float32Array[]>
  dispose(): void
}

/**
 * Records a run. Its buffers stay tfjs's own, which uses them for other runs in between: all that is read later must be
 * input or output, and every weight must be on the GPU already, or it could get a buffer that this run writes to.
 * @param input belongs to the tape from now on
 */
export function record(backend: WebGPUBackend, input: Tensor, run: () => Tensor[]): Tape {
  const { device, queue } = backend
  const { dispatches, outputs } = watch(backend, run)
  const target = bufferOf(backend, input)
  let size = 0
  const places = outputs.map(output => {
    const place = { buffer: bufferOf(backend, output), at: size, size: 4 * output.size }
    size += place.size
    return place
  })
  const idle: GPUBuffer[] = []

  return {
    play: async pixels => {
      queue.writeBuffer(target, 0, pixels)
      const encoder = device.createCommandEncoder()
      const pass = encoder.beginComputePass()
      for (const { pipeline, group, size } of dispatches) {
        pass.setPipeline(pipeline)
        pass.setBindGroup(0, group)
        pass.dispatchWorkgroups(...size)
      }
      pass.end()
      const usage = GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ
      const staging = idle.pop() ?? device.createBuffer({ size, usage })
      for (const { buffer, at, size } of places) encoder.copyBufferToBuffer(buffer, 0, staging, at, size)
      queue.submit([encoder.finish()])
      await staging.mapAsync(GPUMapMode.READ)
      const all = staging.getMappedRange().slice(0)
      staging.unmap()
      idle.push(staging)
      return places.map(({ at, size }) => new Float32Array(all, at, size / 4))
    },
    dispose: () => {
      for (const tensor of [input, ...outputs]) tensor.dispose()
      for (const staging of idle) staging.destroy()
    },
  }
}

/** Runs and notes what is dispatched. Uniforms are kept from being used again: they are written at once, not in turn. */
function watch(backend: WebGPUBackend, run: () => Tensor[]): { dispatches: Dispatch[]; outputs: Tensor[] } {
  const { device, bufferManager } = backend
  const { createCommandEncoder } = device
  const { releaseBuffer } = bufferManager
  const dispatches: Dispatch[] = []
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
    const outputs = run()
    // What is not submitted keeps its uniforms, and would give them back later.
    backend.ensureCommandEncoderReady()
    backend.endComputePassEncoder()
    backend.submitQueue()
    return { outputs, dispatches }
  } finally {
    device.createCommandEncoder = createCommandEncoder
    bufferManager.releaseBuffer = releaseBuffer
  }
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

function bufferOf(backend: WebGPUBackend, { dataId }: Tensor): GPUBuffer {
  return backend.tensorMap.get(dataId).resource as GPUBuffer
}
