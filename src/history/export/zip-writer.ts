import { ByteBuffer } from './byte-buffer.ts'
import { crc32 } from './crc32.ts'

/** The largest values of the classic 2-byte and 4-byte fields. They mean "see the ZIP64 record". */
const MAX_UINT16 = 0xffff
const MAX_UINT32 = 0xffffffff
/** General-purpose flag bit 11: names are UTF-8. */
const UTF8_FLAG = 1 << 11
/** Versions of the format that a reader must support: 2.0, or 4.5 for ZIP64. */
const VERSION_2_0 = 20
const VERSION_4_5 = 45
/** Bytes of a ZIP64 extra field that contains only an offset. */
const OFFSET_FIELD_LENGTH = 12

/**
 * Writes a ZIP archive as a stream (PKWARE APPNOTE 6.3.10). Files are stored uncompressed, because pictures are compressed
 * already. Switches to ZIP64 beyond 65,534 files or 4 GiB. docs/decisions.md says why this is not a library.
 */
export class ZipWriter {
  #directory = new ByteBuffer()
  #fileCount = 0
  #offset = 0

  /**
   * Appends a file to `out`, which may be emptied between calls.
   * @param name path with `/`
   * @param file less than 4 GiB
   * @param time last modification, in milliseconds since 1970
   */
  add(out: ByteBuffer, name: string, file: Uint8Array, time: number, crc = crc32(file)): void {
    const path = new TextEncoder().encode(name)
    const needsZip64 = this.#offset >= MAX_UINT32
    const version = needsZip64 ? VERSION_4_5 : VERSION_2_0
    const writeCommonFields = (to: ByteBuffer, extraLength: number) => {
      to.uint(version, 2).uint(UTF8_FLAG, 2).uint(0, 2)
      writeTime(to, time)
      to.uint(crc, 4).uint(file.length, 4).uint(file.length, 4).uint(path.length, 2).uint(extraLength, 2)
    }
    const start = out.length
    writeCommonFields(out.uint(0x04034b50, 4), 0)
    out.bytes(path).bytes(file)

    const directory = this.#directory.uint(0x02014b50, 4).uint(version, 2)
    writeCommonFields(directory, needsZip64 ? OFFSET_FIELD_LENGTH : 0)
    directory.uint(0, 2).uint(0, 2).uint(0, 2).uint(0, 4).uint(Math.min(this.#offset, MAX_UINT32), 4).bytes(path)
    if (needsZip64) directory.uint(1, 2).uint(8, 2).uint(this.#offset, 8)
    this.#fileCount++
    this.#offset += out.length - start
  }

  /** Writes the central directory, which ends the archive. */
  end(out: ByteBuffer): void {
    const size = this.#directory.length
    const fileCount = Math.min(this.#fileCount, MAX_UINT16)
    const offset = Math.min(this.#offset, MAX_UINT32)
    out.bytes(this.#directory.view())
    if (fileCount === MAX_UINT16 || offset === MAX_UINT32) this.#writeZip64End(out)
    out.uint(0x06054b50, 4).uint(0, 4).uint(fileCount, 2).uint(fileCount, 2)
    out.uint(size, 4).uint(offset, 4).uint(0, 2)
  }

  #writeZip64End(out: ByteBuffer): void {
    const size = this.#directory.length
    out.uint(0x06064b50, 4).uint(44, 8).uint(VERSION_4_5, 2).uint(VERSION_4_5, 2).uint(0, 8)
    out.uint(this.#fileCount, 8).uint(this.#fileCount, 8).uint(size, 8).uint(this.#offset, 8)
    out.uint(0x07064b50, 4).uint(0, 4)
    out.uint(this.#offset + size, 8).uint(1, 4)
  }
}

/** Writes local time and date, from 1980 to 2107, with a resolution of two seconds. */
function writeTime(to: ByteBuffer, time: number): void {
  const at = new Date(Math.min(Math.max(time, Date.UTC(1980, 0, 2)), Date.UTC(2107, 0, 1)))
  to.uint((at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1), 2)
  to.uint(((at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate(), 2)
}
