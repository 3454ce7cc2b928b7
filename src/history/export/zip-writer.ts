import { crc32 } from './crc32.ts'

/** A ZIP's numbers of 2 and 4 bytes end here; what is larger needs ZIP64. */
const MOST_ENTRIES = 0xffff
const MOST_BYTES = 0xffffffff
/** Names are UTF-8. */
const UTF8 = 1 << 11

/** A file for a ZIP, of one part or of many. */
export class ZipFile {
  readonly parts: Uint8Array<ArrayBuffer>[] = []
  length = 0
  crc = 0

  append(part: Uint8Array<ArrayBuffer>): this {
    this.parts.push(part)
    this.length += part.length
    this.crc = crc32(part, this.crc)
    return this
  }
}

/**
 * Writes a ZIP as it goes (PKWARE's APPNOTE 6.3.10): each call returns bytes to append. Files are stored as they are, since
 * pictures are compressed already. The ZIP library at hand knows no ZIP64 and would end, broken without a word, at 65,535
 * files.
 */
export class ZipWriter {
  #directory: Uint8Array<ArrayBuffer>[] = []
  #offset = 0

  /**
   * @param name path with `/`
   * @param time milliseconds since 1970
   * @throws RangeError past 4 GB
   */
  add(name: string, file: ZipFile, time: number): Uint8Array<ArrayBuffer>[] {
    const path = new TextEncoder().encode(name)
    const sizes = [file.crc, 4, file.length, 4, file.length, 4, path.length, 2]
    const common = [20, 2, UTF8, 2, 0, 2, ...dosTime(time), ...sizes]
    const header = concat(numbers(0x04034b50, 4, ...common, 0, 2), path)
    const attributes = [0, 2, 0, 2, 0, 2, 0, 2, 0, 4, this.#offset, 4]
    this.#directory.push(concat(numbers(0x02014b50, 4, 20, 2, ...common, ...attributes), path))
    this.#offset += header.length + file.length
    if (this.#offset > MOST_BYTES) throw new RangeError('a ZIP of more than 4 GB')
    return [header, ...file.parts]
  }

  /** The directory, with which a ZIP ends. */
  end(): Uint8Array<ArrayBuffer>[] {
    const count = this.#directory.length
    const size = this.#directory.reduce((sum, entry) => sum + entry.length, 0)
    const isLarge = count >= MOST_ENTRIES
    const counts = Math.min(count, MOST_ENTRIES)
    const last = [counts, 2, counts, 2, Math.min(size, MOST_BYTES), 4, Math.min(this.#offset, MOST_BYTES), 4]
    return [
      ...this.#directory,
      ...(isLarge ? [this.#largeEnd(count, size)] : []),
      numbers(0x06054b50, 4, 0, 2, 0, 2, ...last, 0, 2),
    ]
  }

  #largeEnd(count: number, size: number): Uint8Array<ArrayBuffer> {
    const record = [44, 8, 45, 2, 45, 2, 0, 4, 0, 4, count, 8, count, 8, size, 8, this.#offset, 8]
    return numbers(0x06064b50, 4, ...record, 0x07064b50, 4, 0, 4, this.#offset + size, 8, 1, 4)
  }
}

/** Little-endian numbers, each followed by its size in bytes: 2, 4 or 8. */
function numbers(...valuesAndSizes: number[]): Uint8Array<ArrayBuffer> {
  const bytes: number[] = []
  for (let i = 0; i < valuesAndSizes.length; i += 2) {
    let value = valuesAndSizes[i] as number
    for (let n = valuesAndSizes[i + 1] as number; n > 0; n--) {
      bytes.push(value % 256)
      value = Math.floor(value / 256)
    }
  }
  return Uint8Array.from(bytes)
}

/** Local time and date, from 1980 to 2107, to two seconds. */
function dosTime(time: number): number[] {
  const at = new Date(Math.min(Math.max(time, Date.UTC(1980, 0, 2)), Date.UTC(2107, 0, 1)))
  const seconds = (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1)
  const day = ((at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate()
  return [seconds, 2, day, 2]
}

function concat(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}
