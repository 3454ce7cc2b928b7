/** Where things lie in a memory that is planned before it is made. */
export class Arena {
  #taken: { start: number; end: number }[] = []
  #end = 0

  /** Bytes that are needed in all. */
  get bytes(): number {
    return this.#end
  }

  /** The lowest free place. Never 0, which says `nothing` to the kernels. */
  take(bytes: number): number {
    let start = ALIGNMENT
    for (const place of this.#taken) {
      if (place.start - start >= bytes) break
      start = place.end
    }
    const end = start + Math.ceil(bytes / ALIGNMENT) * ALIGNMENT
    this.#taken.push({ start, end })
    this.#taken.sort((a, b) => a.start - b.start)
    this.#end = Math.max(this.#end, end)
    return start
  }

  /** What lies there is needed no more. */
  giveBack(start: number | undefined): void {
    this.#taken = this.#taken.filter(place => place.start !== start)
  }
}

/** Of a cache line. */
const ALIGNMENT = 64
