const alphabet = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')
const PADDING = '='.charCodeAt(0)

/**
 * A growing byte array. Export files are assembled here rather than as strings: a Blob accepts bytes many times faster, and
 * a single character beyond Latin-1 would double the size of the whole string.
 */
export class ByteBuffer {
  #bytes = new Uint8Array(1 << 16)
  #length = 0
  readonly #encoder = new TextEncoder()

  get length(): number {
    return this.#length
  }

  /** Appends UTF-8; lone surrogates become U+FFFD. */
  text(text: string): this {
    // A UTF-16 code unit takes at most three bytes.
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

  /** Appends a little-endian unsigned integer of 2, 4 or 8 bytes. */
  uint(value: number, byteCount: 2 | 4 | 8): this {
    this.#reserve(byteCount)
    let remaining = value
    for (let i = 0; i < byteCount; i++) {
      this.#bytes[this.#length++] = remaining % 256
      remaining = Math.floor(remaining / 256)
    }
    return this
  }

  /** Appends base64 text; twice as fast as appending a base64 string. */
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

  /** The bytes from `from` to the end. The view is valid until more bytes are appended. */
  view(from = 0): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(from, this.#length)
  }

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
