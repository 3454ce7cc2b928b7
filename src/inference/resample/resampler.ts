import { LruCache } from '../cache/lru-cache.ts'
import type { PixelSize } from '../pixel-size.ts'
import { BumpAllocator } from './bump-allocator.ts'
import { type Filter, triangleFilter } from './filter.ts'
import { type Kernels, startKernels } from './kernels.ts'
import { RgbRows } from './rgb-rows.ts'
import type { Source } from './source.ts'

/** Cached filters, 4 to 30 kB each. */
const CACHED_FILTER_COUNT = 16

/**
 * Flattens pictures onto white and resamples each as a whole to a given size, without keeping its aspect ratio.
 *
 * The network was trained on Pillow's `resize(BILINEAR)`, and each browser's canvas scales differently. So this matches
 * Pillow bit for bit: a triangle filter as wide as the scale, rows before columns, rounded to bytes in between.
 */
export class Resampler {
  readonly #kernels: Kernels
  /** By input and output length. Most pictures of a page share them, and a new filter for each would become garbage. */
  #filters = new LruCache<Filter>(CACHED_FILTER_COUNT)
  /** All calls share one memory, so each waits for the previous one. */
  #last: Promise<unknown> = Promise.resolve()

  private constructor(kernels: Kernels) {
    this.#kernels = kernels
  }

  /**
   * @param binary the kernels of `kernels/`, compiled
   * @throws Error if WebAssembly lacks SIMD
   */
  static async open(binary: BufferSource): Promise<Resampler> {
    return new Resampler(await startKernels(binary))
  }

  /**
   * @param recycled buffer that is filled and returned if its length fits
   * @returns RGB bytes [to.height, to.width, 3]
   * @throws what the source throws
   */
  resample(source: Source, to: PixelSize, recycled?: Uint8Array): Promise<Uint8Array> {
    const turn = this.#last.then(() => this.#resample(source, to, recycled))
    this.#last = turn.catch(() => {})
    return turn
  }

  async #resample(source: Source, to: PixelSize, recycled: Uint8Array | undefined): Promise<Uint8Array> {
    const { width, height } = source
    const columns = this.#filterFor(width, to.width)
    const rows = this.#filterFor(height, to.height)
    const stride = to.width * 3
    const allocator = new BumpAllocator()
    const sourceAt = allocator.allocate(source.bytes)
    const rowAt = allocator.allocate(RgbRows.bytes(source))
    const filterAt = allocator.allocate(bytesOf(columns))
    const weightsAt = allocator.allocate(rows.weights.byteLength)
    const resampledAt = allocator.allocate(height * stride)
    const outputAt = allocator.allocate(to.height * stride)
    const { buffer } = allocator.fit(this.#kernels.memory)

    const planes = await source.write(new Uint8Array(buffer, sourceAt, source.bytes))
    const rgbRows = new RgbRows(this.#kernels, source, { sourceAt, rowAt, planes })
    this.#resampleRows(rgbRows, columns, { filterAt, resampledAt, height, width: to.width })
    new Int32Array(buffer, weightsAt).set(rows.weights)
    for (let y = 0; y < to.height; y++) {
      const from = resampledAt + (rows.starts[y] as number) * stride
      const weights = weightsAt + y * rows.taps * 4
      this.#kernels.resampleColumns(from, stride, weights, rows.lengths[y] as number, outputAt + y * stride)
    }
    const bytes = new Uint8Array(buffer, outputAt, to.height * stride)
    if (recycled?.length !== bytes.length) return bytes.slice()
    recycled.set(bytes)
    return recycled
  }

  #filterFor(from: number, to: number): Filter {
    const key = `${from} ${to}`
    const filter = this.#filters.get(key) ?? triangleFilter(from, to)
    this.#filters.set(key, filter)
    return filter
  }

  /** Resamples all rows to RGB bytes [height, width, 3]. */
  #resampleRows(
    rows: RgbRows,
    { starts, lengths, weights, taps }: Filter,
    { filterAt, resampledAt, height, width }: PixelSize & { filterAt: number; resampledAt: number },
  ): void {
    const lengthsAt = filterAt + starts.byteLength
    const weightsAt = lengthsAt + lengths.byteLength
    const { buffer } = this.#kernels.memory
    new Int32Array(buffer, filterAt).set(starts)
    new Int32Array(buffer, lengthsAt).set(lengths)
    new Int32Array(buffer, weightsAt).set(weights)
    for (let y = 0; y < height; y++) {
      const output = resampledAt + y * width * 3
      this.#kernels.resampleRow(rows.at(y), rows.step, filterAt, lengthsAt, weightsAt, taps, output, width)
    }
  }
}

function bytesOf({ starts, lengths, weights }: Filter): number {
  return starts.byteLength + lengths.byteLength + weights.byteLength
}
