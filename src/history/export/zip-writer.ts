import { ByteBuffer } from './byte-buffer.ts'
import { crc32 } from './crc32.ts'

/** A ZIP's numbers of 2 and 4 bytes end here; what is larger needs ZIP64. */
const MOST_FILES = 0xffff
const MOST_BYTES = 0xffffffff
/** Names are UTF-8. */
const UTF8 = 1 << 11

/**
 * Writes a ZIP as it goes (PKWARE's APPNOTE 6.3.10). Files are stored as they are, since pictures are compressed already.
 * The ZIP library at hand knows no ZIP64 and would end, broken without a word, at 65,535 files.
 */
export class ZipWriter {
  #directory = new ByteBuffer()
  #files = 0
  #offset = 0

  /**
   * @param name path with `/`
   * @param time milliseconds since 1970
   * @throws RangeError past 4 GB
   */
  add(out: ByteBuffer, name: string, file: Uint8Array, time: number, crc = crc32(file)): void {
    const path = new TextEncoder().encode(name)
    const describe = (to: ByteBuffer) => {
      to.number(20, 2).number(UTF8, 2).number(0, 2)
      writeTime(to, time)
      to.number(crc, 4).number(file.length, 4).number(file.length, 4).number(path.length, 2).number(0, 2)
    }
    const start = out.length
    describe(out.number(0x04034b50, 4))
    out.bytes(path).bytes(file)
    describe(this.#directory.number(0x02014b50, 4).number(20, 2))
    this.#directory.number(0, 2).number(0, 2).number(0, 2).number(0, 4).number(this.#offset, 4).bytes(path)
    this.#files++
    this.#offset += out.length - start
    if (this.#offset > MOST_BYTES) throw new RangeError('a ZIP of more than 4 GB')
  }

  /** Writes the directory, with which a ZIP ends. */
  end(out: ByteBuffer): void {
    const size = this.#directory.length
    const files = Math.min(this.#files, MOST_FILES)
    out.bytes(this.#directory.view())
    if (this.#files >= MOST_FILES) this.#writeLargeEnd(out)
    out.number(0x06054b50, 4).number(0, 4).number(files, 2).number(files, 2)
    out.number(size, 4).number(this.#offset, 4).number(0, 2)
  }

  #writeLargeEnd(out: ByteBuffer): void {
    const size = this.#directory.length
    out.number(0x06064b50, 4).number(44, 8).number(45, 2).number(45, 2).number(0, 8)
    out.number(this.#files, 8).number(this.#files, 8).number(size, 8).number(this.#offset, 8)
    out
      .number(0x07064b50, 4)
      .number(0, 4)
      .number(this.#offset + size, 8)
      .number(1, 4)
  }
}

/** Local time and date, from 1980 to 2107, to two seconds. */
function writeTime(to: ByteBuffer, time: number): void {
  const at = new Date(Math.min(Math.max(time, Date.UTC(1980, 0, 2)), Date.UTC(2107, 0, 1)))
  to.number((at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1), 2)
  to.number(((at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate(), 2)
}
