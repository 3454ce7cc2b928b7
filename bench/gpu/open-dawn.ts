/** WebGPU in Node through Dawn. */

interface Dawn {
  create(options: string[]): GPU
  globals: { GPUQueue: { prototype: GPUQueue } }
}

/** Gives Node a `navigator.gpu` like a browser's. */
export async function openDawn(): Promise<GPU> {
  // The name is in a variable because the package belongs to bench/peers, which is installed only for benchmarks.
  const file = new URL('../peers/node_modules/webgpu/index.js', import.meta.url).href
  const { create, globals } = (await import(file)) as Dawn
  copyShared(globals.GPUQueue.prototype)
  Object.assign(globalThis, globals)
  const gpu = create([])
  Object.defineProperty(globalThis, 'navigator', { value: { gpu, userAgent: 'Node' }, configurable: true })
  return gpu
}

/** Copies shared memory, which Dawn in Node refuses, browsers accept and onnxruntime-web always uses. */
function copyShared(queue: GPUQueue): void {
  const { writeBuffer } = queue
  queue.writeBuffer = function (buffer, offset, data, ...range) {
    const isShared = ArrayBuffer.isView(data) && data.buffer instanceof SharedArrayBuffer
    const own = isShared ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice() : data
    // Ranges of typed arrays count elements. Shared arrays are always written whole here.
    return writeBuffer.call(this, buffer, offset, own as Uint8Array<ArrayBuffer>, ...range)
  }
}
