import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu'
import type { Tensor } from '@tensorflow/tfjs-core'
import { openPixelInput } from './pixel-input.ts'
import { recordDispatches } from './record-dispatches.ts'

/** A run of the network that can be given to the GPU again, without TensorFlow.js: that takes longer than the GPU. */
export interface RecordedRun {
  /**
   * Runs it.
   * @param pictures RGB bytes, as many as were recorded
   * @returns its outputs, each a part of the same memory
   */
  play(pictures: Uint8Array[]): Promise<Float32Array[]>
  dispose(): void
}

/**
 * Records a run. Its buffers stay tfjs's own, which uses them for other runs in between: all that is read later must be
 * input or output, and every weight must be on the GPU already, or it could get a buffer that this run writes to.
 * @param input belongs to the tape from now on
 */
export function record(backend: WebGPUBackend, input: Tensor, run: () => Tensor[]): RecordedRun {
  const { device, queue } = backend
  const { dispatches: recorded, result: outputs } = recordDispatches(backend, run)
  const pixels = openPixelInput(device, bufferOf(backend, input), input.size)
  const dispatches = [pixels.dispatch, ...recorded]
  let size = 0
  const places = outputs.map(output => {
    const place = { buffer: bufferOf(backend, output), at: size, size: 4 * output.size }
    size += place.size
    return place
  })
  const idle: GPUBuffer[] = []

  return {
    play: async pictures => {
      pixels.write(pictures)
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
      pixels.dispose()
    },
  }
}

function bufferOf(backend: WebGPUBackend, { dataId }: Tensor): GPUBuffer {
  return backend.tensorMap.get(dataId).resource as GPUBuffer
}
