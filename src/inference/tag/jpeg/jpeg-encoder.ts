import { BumpAllocator } from '../../resample/bump-allocator.ts'
import { codesOf, type HuffmanTable, shortestCodes } from './huffman-table.ts'
import { jpegHeader } from './jpeg-header.ts'
import { quantisers, zigzag } from './jpeg-tables.ts'

/** The compiled functions of `kernels/`, where their arguments are documented. */
interface Kernels {
  memory: WebAssembly.Memory
  toPlanes(
    pixels: number,
    width: number,
    height: number,
    luma: number,
    blue: number,
    red: number,
    columns: number,
    rows: number,
  ): void
  quantise(
    luma: number,
    blue: number,
    red: number,
    columns: number,
    rows: number,
    width: number,
    height: number,
    order: number,
    factors: number,
    buffer: number,
    to: number,
  ): void
  countSymbols(coefficients: number, units: number, tables: number): void
  writeScan(coefficients: number, units: number, tables: number, to: number): number
}

/** Sizes of the tables of codes: first coefficients and others of luma, then of chroma. */
const TABLE_SIZES = [16, 256, 16, 256]
/** Factors of the coefficients that the transform leaves out (Arai, Agui, Nakajima 1988). */
const ROOTS = Array.from({ length: 8 }, (_, i) => (i === 0 ? 1 : Math.SQRT2 * Math.cos((i * Math.PI) / 16)))

/**
 * Encodes small pictures as JPEG. A canvas would encode them too, but through a Blob, which costs several times as much: it
 * travels to the browser's process and back.
 */
export class JpegEncoder {
  readonly #kernels: Kernels
  readonly #quantisers: { luma: number[]; chroma: number[] }
  /** As `quantise` expects them. */
  readonly #factors: Float32Array

  private constructor(kernels: Kernels, quality: number) {
    this.#kernels = kernels
    this.#quantisers = { luma: scaled(quantisers.luma, quality), chroma: scaled(quantisers.chroma, quality) }
    const { luma, chroma } = this.#quantisers
    this.#factors = Float32Array.from([...transposed(luma).map(toFactor), ...transposed(chroma).map(toFactor)])
  }

  /**
   * @param binary the kernels of `kernels/`, compiled
   * @param quality 50..100, as encoders number it
   * @throws Error if WebAssembly lacks SIMD
   */
  static async open(binary: BufferSource, quality: number): Promise<JpegEncoder> {
    const { instance } = await WebAssembly.instantiate(binary)
    return new JpegEncoder(instance.exports as unknown as Kernels, quality)
  }

  /** @returns a JPEG file */
  encode({ data, width, height }: Pick<ImageData, 'data' | 'width' | 'height'>): Uint8Array<ArrayBuffer> {
    const [columns, rows] = [Math.ceil(width / 16), Math.ceil(height / 16)]
    const units = columns * rows
    const allocator = new BumpAllocator()
    const allocate = (bytes: number) => allocator.allocate(bytes)
    const [factors, order, buffer] = [allocate(this.#factors.byteLength), allocate(64), allocate(768)]
    const [pixels, luma, blue, red] = [
      allocate(data.length),
      allocate(units * 256 * 4),
      allocate(units * 64 * 4),
      allocate(units * 64 * 4),
    ]
    const [coefficients, tables] = [allocate(units * 6 * 64 * 2), allocate(4 * sum(TABLE_SIZES))]
    // No block takes more than its pixels, even with a zero after each byte.
    const to = allocate(units * 256 * 4)
    const { buffer: memory } = allocator.fit(this.#kernels.memory)
    const bytes = new Uint8Array(memory)
    new Float32Array(memory, factors, this.#factors.length).set(this.#factors)
    bytes.set(zigzag.map(transposedPlace), order)
    bytes.set(data, pixels)
    const symbols = new Uint32Array(memory, tables, sum(TABLE_SIZES)).fill(0)
    const blocks = [Math.ceil(width / 8), Math.ceil(height / 8)] as const
    const { toPlanes, quantise, countSymbols, writeScan } = this.#kernels
    toPlanes(pixels, width, height, luma, blue, red, columns, rows)
    quantise(luma, blue, red, columns, rows, ...blocks, order, factors, buffer, coefficients)
    countSymbols(coefficients, units, tables)
    const codes = replaceCounts(symbols)
    const length = writeScan(coefficients, units, tables, to)
    const header = jpegHeader({ width, height }, this.#quantisers, codes)
    const file = new Uint8Array(header.length + length + 2)
    file.set(header)
    file.set(bytes.subarray(to, to + length), header.length)
    file.set([0xff, 0xd9], header.length + length)
    return file
  }
}

/** Replaces the counts of symbols by their codes. @returns the tables */
function replaceCounts(symbols: Uint32Array): HuffmanTable[] {
  let at = 0
  return TABLE_SIZES.map(size => {
    const part = symbols.subarray(at, at + size)
    const table = shortestCodes(part)
    part.set(codesOf(table, size))
    at += size
    return table
  })
}

function sum(values: number[]): number {
  return values.reduce((a, b) => a + b, 0)
}

/** Quantisers of a quality of at least 50, as libjpeg scales them. */
function scaled(table: number[], quality: number): number[] {
  return table.map(value => Math.min(255, Math.max(1, Math.floor((value * (200 - 2 * quality) + 50) / 100))))
}

function transposedPlace(place: number): number {
  return 8 * (place % 8) + Math.floor(place / 8)
}

function transposed(table: number[]): number[] {
  return table.map((_, place) => table[transposedPlace(place)] as number)
}

function toFactor(quantiser: number, place: number): number {
  return 1 / (quantiser * 8 * (ROOTS[place >> 3] as number) * (ROOTS[place & 7] as number))
}
