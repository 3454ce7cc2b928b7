import { BumpAllocator } from '../../resample/bump-allocator.ts'
import { jpegHeader } from './jpeg-header.ts'
import { type HuffmanTable, huffman, quantisers, zigzag } from './jpeg-tables.ts'

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
  encodeScan(
    luma: number,
    blue: number,
    red: number,
    columns: number,
    rows: number,
    width: number,
    height: number,
    order: number,
    tables: number,
    buffer: number,
    to: number,
  ): number
}

/** Factors of the coefficients that the transform leaves out (Arai, Agui, Nakajima 1988). */
const ROOTS = Array.from({ length: 8 }, (_, i) => (i === 0 ? 1 : Math.SQRT2 * Math.cos((i * Math.PI) / 16)))

/**
 * Encodes small pictures as JPEG. A canvas would encode them too, but through a Blob, which costs several times as much: it
 * travels to the browser's process and back.
 */
export class JpegEncoder {
  readonly #kernels: Kernels
  readonly #quantisers: { luma: number[]; chroma: number[] }
  /** Codes and quantisers as `encodeScan` expects them. */
  readonly #tables: Uint8Array

  private constructor(kernels: Kernels, quality: number) {
    this.#kernels = kernels
    this.#quantisers = { luma: scaled(quantisers.luma, quality), chroma: scaled(quantisers.chroma, quality) }
    const tables = (['luma', 'chroma'] as const).flatMap(colour => [
      new Uint8Array(Float32Array.from(transposed(this.#quantisers[colour]), toFactor).buffer),
      new Uint8Array(codesOf(huffman[colour].first, 12).buffer),
      new Uint8Array(codesOf(huffman[colour].others, 256).buffer),
    ])
    this.#tables = Uint8Array.from(tables.flatMap(table => [...table]))
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
    const allocator = new BumpAllocator()
    const [tables, order, buffer] = [
      allocator.allocate(this.#tables.length),
      allocator.allocate(64),
      allocator.allocate(768),
    ]
    const pixels = allocator.allocate(data.length)
    const luma = allocator.allocate(columns * rows * 16 * 16 * 4)
    const [blue, red] = [allocator.allocate(columns * rows * 8 * 8 * 4), allocator.allocate(columns * rows * 8 * 8 * 4)]
    // No block takes more than its pixels, even with a zero after each byte.
    const to = allocator.allocate(columns * rows * 16 * 16 * 4)
    const bytes = new Uint8Array(allocator.fit(this.#kernels.memory).buffer)
    bytes.set(this.#tables, tables)
    bytes.set(zigzag.map(transposedPlace), order)
    bytes.set(data, pixels)
    this.#kernels.toPlanes(pixels, width, height, luma, blue, red, columns, rows)
    const blocks = [Math.ceil(width / 8), Math.ceil(height / 8)] as const
    const length = this.#kernels.encodeScan(luma, blue, red, columns, rows, ...blocks, order, tables, buffer, to)
    const header = jpegHeader({ width, height }, this.#quantisers)
    const file = new Uint8Array(header.length + length + 2)
    file.set(header)
    file.set(bytes.subarray(to, to + length), header.length)
    file.set([0xff, 0xd9], header.length + length)
    return file
  }
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

/** Canonical Huffman codes by symbol, each `code << 8 | length`. */
function codesOf({ counts, symbols }: HuffmanTable, size: number): Uint32Array {
  const codes = new Uint32Array(size)
  let code = 0
  let next = 0
  for (const [i, count] of counts.entries()) {
    for (let n = 0; n < count; n++, code++, next += 2)
      codes[Number.parseInt(symbols.slice(next, next + 2), 16)] = (code << 8) | (i + 1)
    code <<= 1
  }
  return codes
}
