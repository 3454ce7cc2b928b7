const alphabet = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')
const PADDING = 61

/**
 * Bytes to which more are appended. A file is put together here and not of strings: a Blob takes bytes many times faster,
 * and a single character beyond Latin-1 would double the size of all the others.
 */
export class ByteBuffer {
  #bytes = new Uint8Array(1 << 16)
  #length = 0
  readonly #encoder = new TextEncoder()

  get length(): number {
    return this.#length
  }

  /** As UTF-8; halves of characters become U+FFFD. */
  text(text: string): this {
    // A UTF-16 unit takes three bytes at most.
    this.#reserve(text.length * 3)
    this.#length += this.#encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written
    return this
  }

  bytes(bytes: Uint8Array): this {
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
    return this
  }

  /** A little-endian number of 2, 4 or 8 bytes, whole and not below 0. */
  number(value: number, size: 2 | 4 | 8): this {
    this.#reserve(size)
    let rest = value
    for (let i = 0; i < size; i++) {
      this.#bytes[this.#length++] = rest % 256
      rest = Math.floor(rest / 256)
    }
    return this
  }

  /** As base64 text: half of the time that the way over a string takes. */
  base64(bytes: Uint8Array): this {
    this.#reserve(Math.ceil(bytes.length / 3) * 4)
    const [from, to] = [bytes, this.#bytes]
    const whole = from.length - (from.length % 3)
    let at = this.#length
    for (let i = 0; i < whole; i += 3) {
      const bits = ((from[i] as number) << 16) | ((from[i + 1] as number) << 8) | (from[i + 2] as number)
      to[at++] = alphabet[bits >> 18] as number
      to[at++] = alphabet[(bits >> 12) & 63] as number
      to[at++] = alphabet[(bits >> 6) & 63] as number
      to[at++] = alphabet[bits & 63] as number
    }
    if (whole < from.length) {
      const [first = 0, second] = from.subarray(whole)
      to[at++] = alphabet[first >> 2] as number
      to[at++] = alphabet[((first & 3) << 4) | ((second ?? 0) >> 4)] as number
      to[at++] = second === undefined ? PADDING : (alphabet[(second & 15) << 2] as number)
      to[at++] = PADDING
    }
    this.#length = at
    return this
  }

  /** All that was appended from some place on, until more is appended. */
  view(from = 0): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(from, this.#length)
  }

  /** Empties it. */
  clear(): void {
    this.#length = 0
  }

  #reserve(more: number): void {
    const needed = this.#length + more
    if (needed <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2))
    larger.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = larger
  }
}
