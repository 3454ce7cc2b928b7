import { describe, expect, it } from 'vitest'
import { toEmbeddingBytes } from './embedding-bytes.ts'

describe('toEmbeddingBytes', () => {
  it('scales the largest magnitude to 127 and rounds', () => {
    expect(toEmbeddingBytes(Float32Array.of(0.5, -2, 1, 0))).toEqual(Int8Array.of(32, -127, 64, 0))
    expect(toEmbeddingBytes(Float32Array.of(3, 0.011))).toEqual(Int8Array.of(127, 0))
  })

  it('keeps zeros and empty arrays', () => {
    expect(toEmbeddingBytes(new Float32Array(3))).toEqual(new Int8Array(3))
    expect(toEmbeddingBytes(new Float32Array())).toEqual(new Int8Array())
  })
})
