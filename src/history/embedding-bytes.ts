/**
 * Shrinks an embedding to a byte a component. Only its direction is kept, which is all that cosine similarity reads.
 * @param embedding finite numbers of any scale
 * @returns as many integers, −127..127; the largest magnitude becomes 127, and all zeros stay zeros
 */
export function toEmbeddingBytes(embedding: Float32Array): Int8Array<ArrayBuffer> {
  let largest = 0
  for (const value of embedding) largest = Math.max(largest, Math.abs(value))
  // Rounded here: Int8Array truncates, which would pull every component towards 0.
  return largest === 0
    ? new Int8Array(embedding.length)
    : Int8Array.from(embedding, v => Math.round((v / largest) * 127))
}
