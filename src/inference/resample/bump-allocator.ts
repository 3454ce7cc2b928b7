const PAGE = 65_536
/** Of a cache line. Kernels read and write up to 31 bytes beyond what they are given. */
const ALIGNMENT = 64
const SLACK = 32

/** Places in a memory, one after the other. */
export class BumpAllocator {
  #end = 1024

  /** @returns an address that nothing else has, and nothing within 32 bytes of its end */
  take(bytes: number): number {
    const at = this.#end
    this.#end += Math.ceil((bytes + SLACK) / ALIGNMENT) * ALIGNMENT
    return at
  }

  /** Makes the memory as large as is needed. */
  fit(memory: WebAssembly.Memory): WebAssembly.Memory {
    const missing = this.#end - memory.buffer.byteLength
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE))
    return memory
  }
}
