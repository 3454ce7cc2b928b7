/** WebGPU in Node, by Dawn. */

interface Dawn {
  create(options: string[]): GPU
  globals: { GPUQueue: { prototype: GPUQueue } }
}

/** Gives Node the browser's `navigator.gpu`. */
export async function openDawn(): Promise<GPU> {
  // By a name in a variable: the package is one of bench/peers, and comes only to who runs the benchmark.
  const file = new URL('../peers/node_modules/webgpu/index.js', import.meta.url).href
  const { create, globals } = (await import(file)) as Dawn
  copyShared(globals.GPUQueue.prototype)
  Object.assign(globalThis, globals)
  const gpu = create([])
  Object.defineProperty(globalThis, 'navigator', { value: { gpu, userAgent: 'Node' }, configurable: true })
  return gpu
}

/** Dawn in Node refuses shared memory, which browsers take and onnxruntime-web always has. */
function copyShared(queue: GPUQueue): void {
  const { writeBuffer } = queue
  queue.writeBuffer = function (buffer, offset, data, ...range) {
    const isShared = ArrayBuffer.isView(data) && data.buffer instanceof SharedArrayBuffer
    const own = isShared ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice() : data
    // Typed arrays count their range in elements: of what is shared, only whole bytes are written.
    return writeBuffer.call(this, buffer, offset, own as Uint8Array<ArrayBuffer>, ...range)
  }
}
