import type { Kernels } from './kernels.ts'
import type { Planes, Source } from './source.ts'

/** What is added before a fraction of sixteenths is cut off, in even columns and in odd ones. */
const biases = {
  jpeg: { 1: [4, 8], 2: [8, 7] },
  webp: { 1: [8, 8], 2: [8, 8] },
} as const

/** A picture's rows as RGB, made one at a time. */
export class Rows {
  /** Bytes from one pixel to the next. */
  readonly step: number
  readonly #kernels: Kernels
  readonly #source: Source
  readonly #places: { sourceAt: number; rowAt: number; planes: PlaneLayout[] }

  /** @param places of the picture in memory, and of the room for a row */
  constructor(kernels: Kernels, source: Source, places: { sourceAt: number; rowAt: number; planes: PlaneLayout[] }) {
    this.#kernels = kernels
    this.#source = source
    this.#places = places
    this.step = source.format === 'RGB' ? 3 : 4
  }

  /** Bytes of the room that a row needs: pixels, two rows of chroma and its sums, each with some to spare. */
  static bytes({ width }: Source): number {
    return 4 * roomFor(width)
  }

  /** @returns the row's address; what lay there before is gone */
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
    const room = roomFor(width)
    const chromaOf = (plane: 1 | 2) => {
      const from = this.#plane(plane, near)
      if (chroma.columns === 1) return from
      const spread = rowAt + plane * room
      this.#kernels.upsampleChroma(
        from,
        this.#plane(plane, far),
        rowAt + 3 * room,
        spread,
        Math.ceil(width / 2),
        left,
        right,
      )
      return spread
    }
    const toRgb = this.#kernels[of === 'jpeg' ? 'jpegToRgb' : 'webpToRgb']
    toRgb(this.#plane(0, y), chromaOf(1), chromaOf(2), rowAt, width)
  }

  #plane(plane: number, y: number): number {
    const { offset, stride } = this.#places.planes[plane] as PlaneLayout
    return this.#places.sourceAt + offset + y * stride
  }
}

function roomFor(width: number): number {
  return width * 4 + 32
}
