import type { Kernels } from './kernels.ts'
import type { Planes, Source } from './source.ts'

/** Rounding terms in sixteenths, for even and odd columns, by the number of rows that share one chroma value. */
const biases = {
  jpeg: { 1: [4, 8], 2: [8, 7] },
  webp: { 1: [8, 8], 2: [8, 8] },
} as const

/** Converts a picture to RGB one row at a time. */
export class RgbRows {
  /** Bytes from one pixel to the next. */
  readonly step: number
  readonly #kernels: Kernels
  readonly #source: Source
  readonly #places: { sourceAt: number; rowAt: number; planes: PlaneLayout[] }

  /** @param places addresses of the picture and of the buffer for one row */
  constructor(kernels: Kernels, source: Source, places: { sourceAt: number; rowAt: number; planes: PlaneLayout[] }) {
    this.#kernels = kernels
    this.#source = source
    this.#places = places
    this.step = source.format === 'RGB' ? 3 : 4
  }

  /** Size of the row buffer in bytes: pixels, two rows of chroma and its sums, each with padding. */
  static bytes({ width }: Source): number {
    return 4 * paddedRowBytes(width)
  }

  /** @returns the row's address, valid until the next call */
  at(y: number): number {
    const { width, format } = this.#source
    const { rowAt } = this.#places
    if (typeof format === 'object') this.#fromPlanes(y, format)
    else {
      const row = this.#plane(0, y)
      if (format === 'RGB' || format === 'RGBX') return row
      const isTurned = format === 'BGRX' || format === 'BGRA'
      if (isTurned) this.#kernels.swapRedBlue(row, rowAt, width)
      if (format !== 'BGRX') this.#kernels.flattenOntoWhite(isTurned ? rowAt : row, rowAt, width)
    }
    return rowAt
  }

  #fromPlanes(y: number, { chroma, of }: Planes): void {
    const { width, height } = this.#source
    const { rowAt } = this.#places
    const near = Math.floor(y / chroma.rows)
    const last = Math.ceil(height / chroma.rows) - 1
    const far = chroma.rows === 1 ? near : Math.min(last, Math.max(0, near + (y % 2 ? 1 : -1)))
    const [left, right] = biases[of][chroma.rows]
    const rowBytes = paddedRowBytes(width)
    const chromaOf = (plane: 1 | 2) => {
      const from = this.#plane(plane, near)
      if (chroma.columns === 1) return from
      const upsampled = rowAt + plane * rowBytes
      this.#kernels.upsampleChroma(
        from,
        this.#plane(plane, far),
        rowAt + 3 * rowBytes,
        upsampled,
        Math.ceil(width / 2),
        left,
        right,
      )
      return upsampled
    }
    const toRgb = this.#kernels[of === 'jpeg' ? 'jpegToRgb' : 'webpToRgb']
    toRgb(this.#plane(0, y), chromaOf(1), chromaOf(2), rowAt, width)
  }

  #plane(plane: number, y: number): number {
    const { offset, stride } = this.#places.planes[plane] as PlaneLayout
    return this.#places.sourceAt + offset + y * stride
  }
}

function paddedRowBytes(width: number): number {
  return width * 4 + 32
}
