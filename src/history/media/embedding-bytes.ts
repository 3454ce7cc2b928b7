/**
 * Reduces an embedding to one byte per component. Only its direction is kept, which is all that cosine similarity needs.
 * @param embedding finite numbers of any scale
 * @returns the same number of integers, −127..127; the largest magnitude becomes 127, and zeros stay zeros
 */
export function toEmbeddingBytes(embedding: Float32Array): Int8Array<ArrayBuffer> {
  let largest = 0
  for (const value of embedding) largest = Math.max(largest, Math.abs(value))
  // Round explicitly: Int8Array truncates, which would pull every component towards 0.
  return largest === 0
    ? new Int8Array(embedding.length)
    : Int8Array.from(embedding, v => Math.round((v / largest) * 127))
}
