const PAGE_BYTES = 65_536
/** The size of a cache line. */
const ALIGNMENT_BYTES = 64
/** Kernels read and write up to 31 bytes beyond their buffers. */
const PADDING_BYTES = 32

/** Allocates buffers in a memory one after another; nothing is freed. */
export class BumpAllocator {
  #end = 1024

  /** @returns the address of a buffer with at least 32 bytes of padding behind it */
  allocate(bytes: number): number {
    const at = this.#end
    this.#end += Math.ceil((bytes + PADDING_BYTES) / ALIGNMENT_BYTES) * ALIGNMENT_BYTES
    return at
  }

  /** Grows the memory to hold all buffers. */
  fit(memory: WebAssembly.Memory): WebAssembly.Memory {
    const missing = this.#end - memory.buffer.byteLength
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES))
    return memory
  }
}
