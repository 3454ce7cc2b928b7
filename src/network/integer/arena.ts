/** Allocates addresses in a memory that is planned before it is created. */
export class Arena {
  #taken: { start: number; end: number }[] = []
  #end = 0

  /** Size of the memory in bytes. */
  get bytes(): number {
    return this.#end
  }

  /** Allocates the lowest free address. Never 0, which the kernels read as `none`; their constants lie in front of the first. */
  allocate(bytes: number): number {
    let start = ALIGNMENT_BYTES
    for (const place of this.#taken) {
      if (place.start - start >= bytes) break
      start = place.end
    }
    const end = start + Math.ceil(bytes / ALIGNMENT_BYTES) * ALIGNMENT_BYTES
    this.#taken.push({ start, end })
    this.#taken.sort((a, b) => a.start - b.start)
    this.#end = Math.max(this.#end, end)
    return start
  }

  /** Frees an allocation. */
  free(start: number | undefined): void {
    this.#taken = this.#taken.filter(place => place.start !== start)
  }
}

/** The size of a cache line. */
const ALIGNMENT_BYTES = 64
