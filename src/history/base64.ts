/** Every browser that is supported has these; TypeScript does not know them yet. */
interface Decoding {
  /** Throws a SyntaxError. */
  fromBase64(text: string, options: { lastChunkHandling: 'strict' }): Uint8Array<ArrayBuffer>
}

interface Encoding {
  toBase64(): string
}

export function toBase64(bytes: Uint8Array): string {
  return (bytes as unknown as Encoding).toBase64()
}

/** @returns undefined where the text is no base64, or has spaces in it */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const bytes = (Uint8Array as unknown as Decoding).fromBase64(text, { lastChunkHandling: 'strict' })
    return text.length === Math.ceil(bytes.length / 3) * 4 ? bytes : undefined
  } catch {
    return undefined
  }
}
