import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { ByteBuffer } from './byte-buffer.ts'
import { ZipWriter } from './zip-writer.ts'

describe('ZipWriter', () => {
  it('uses ZIP64 past 65,535 files', () => {
    const zip = new ZipWriter()
    const out = new ByteBuffer()
    for (let i = 0; i < 65_600; i++) zip.add(out, `${i}`, Uint8Array.of(i % 256), 0)
    zip.end(out)
    const files = unzipSync(out.view())
    expect(Object.keys(files)).toHaveLength(65_600)
    expect(files['65599']).toEqual(Uint8Array.of(65_599 % 256))
  })

  it('uses ZIP64 past 4 GiB', () => {
    /** Counts a large file's bytes instead of copying them. */
    class CountingBuffer extends ByteBuffer {
      #skipped = 0
      override get length() {
        return super.length + this.#skipped
      }
      override bytes(bytes: Uint8Array) {
        if (bytes.length < 2 ** 30) return super.bytes(bytes)
        this.#skipped += bytes.length
        return this
      }
    }
    const zip = new ZipWriter()
    const out = new CountingBuffer()
    const large = new Uint8Array(2 ** 30)
    for (let i = 0; i < 4; i++) zip.add(out, `large${i}`, large, 0, 0)
    zip.add(out, 'small', Uint8Array.of(7), 0)
    const directoryStart = out.length
    zip.end(out)
    const localHeader = 30
    const end = new DataView(Uint8Array.from(out.view().subarray(-98)).buffer)
    expect(end.getUint32(0, true)).toBe(0x06064b50)
    expect(end.getBigUint64(32, true)).toBe(5n)
    expect(end.getBigUint64(48, true)).toBe(BigInt(directoryStart))
    expect(end.getUint32(76, true)).toBe(0x06054b50)
    expect(end.getUint32(92, true)).toBe(0xffffffff)
    const extra = new DataView(Uint8Array.from(out.view().subarray(-110, -98)).buffer)
    expect([extra.getUint16(0, true), extra.getUint16(2, true)]).toEqual([1, 8])
    expect(extra.getBigUint64(4, true)).toBe(BigInt(4 * (2 ** 30 + localHeader + 'large0'.length)))
  })
})
