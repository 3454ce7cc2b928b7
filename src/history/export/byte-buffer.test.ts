import { describe, expect, it } from 'vitest'
import { ByteBuffer } from './byte-buffer.ts'

describe('ByteBuffer', () => {
  it('encodes base64 for every length and byte', () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, i) => i * 7)
    for (const length of [0, 1, 2, 3, 4, 5, 299, 300]) {
      const some = bytes.subarray(0, length)
      const text = new TextDecoder().decode(new ByteBuffer().base64(some).view())
      expect(text).toBe(Buffer.from(some).toString('base64'))
    }
  })

  it('grows, keeps its content and can be reused', () => {
    const out = new ByteBuffer()
    for (let i = 0; i < 100; i++) out.text('€'.repeat(1000)).uint(2 ** 40 + 5, 8)
    expect(out.length).toBe(100 * 3008)
    expect([...out.view(3000).subarray(0, 8)]).toEqual([5, 0, 0, 0, 0, 1, 0, 0])
    expect(new TextDecoder().decode(out.view().subarray(0, 6))).toBe('€€')
    out.clear()
    expect(out.text('a').view()).toEqual(Uint8Array.of(97))
  })
})
