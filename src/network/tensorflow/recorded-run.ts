import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu'
import type { Tensor } from '@tensorflow/tfjs-core'
import { openPixelInput } from './pixel-input.ts'
import { recordDispatches } from './record-dispatches.ts'

/** A run of the network that the GPU can replay without TensorFlow.js, whose own work takes longer than the GPU's. */
export interface RecordedRun {
  /**
   * @param pictures RGB bytes, as many as in the recorded run
   * @returns the outputs, which share one buffer
   */
  replay(pictures: Uint8Array[]): Promise<Float32Array[]>
  dispose(): void
}

/**
 * Records a run. tfjs still owns the buffers and reuses them between replays. So everything that is read later must be an
 * input or output, and every weight must be on the GPU already, or it could get a buffer that this run overwrites.
 * @param input the recorded run takes ownership of it
 */
export function recordRun(backend: WebGPUBackend, input: Tensor, run: () => Tensor[]): RecordedRun {
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
    replay: async pictures => {
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
