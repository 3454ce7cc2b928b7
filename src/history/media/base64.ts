/** Every supported browser has these methods; TypeScript does not know them yet. */
interface Base64Decoder {
  /** @throws SyntaxError */
  fromBase64(text: string, options: { lastChunkHandling: 'strict' }): Uint8Array<ArrayBuffer>
}

interface Base64Encoder {
  toBase64(): string
}

export function toBase64(bytes: Uint8Array): string {
  return (bytes as unknown as Base64Encoder).toBase64()
}

/** @returns undefined if the text is not base64 or contains whitespace */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const bytes = (Uint8Array as unknown as Base64Decoder).fromBase64(text, { lastChunkHandling: 'strict' })
    return text.length === Math.ceil(bytes.length / 3) * 4 ? bytes : undefined
  } catch {
    return undefined
  }
}
