import { LruCache } from '../cache/lru-cache.ts'
import type { Size } from '../pixel-size.ts'
import { BumpAllocator } from './bump-allocator.ts'
import { type Filter, triangleFilter } from './filter.ts'
import { type Kernels, startKernels } from './kernels.ts'
import { Rows } from './rgb-rows.ts'
import type { Source } from './source.ts'

/** Filters that are remembered: 4 to 30 kB each. */
const FILTERS = 16

/**
 * Lays pictures on white and squashes all of each to a size of choice.
 *
 * The network learnt from Pillow's `resize(BILINEAR)`, and a canvas scales otherwise, each browser in its own way. So this
 * repeats Pillow to the bit: a triangle filter as wide as the scale, rows before columns, bytes in between.
 */
export class Resampler {
  readonly #kernels: Kernels
  /** By both lengths. Most pictures of a page have the same, and what is made for each has to be collected too. */
  #filters = new LruCache<Filter>(FILTERS)
  /** They share one memory, so that each waits for the one before. */
  #last: Promise<unknown> = Promise.resolve()

  private constructor(kernels: Kernels) {
    this.#kernels = kernels
  }

  /**
   * @param binary the kernels of `kernels/`, compiled
   * @throws Error where WebAssembly lacks SIMD
   */
  static async open(binary: BufferSource): Promise<Resampler> {
    return new Resampler(await startKernels(binary))
  }

  /**
   * @param spare is written to and returned, where it has the length
   * @returns RGB bytes [to.height, to.width, 3]
   * @throws what the source throws
   */
  resample(source: Source, to: Size, spare?: Uint8Array): Promise<Uint8Array> {
    const turn = this.#last.then(() => this.#resample(source, to, spare))
    this.#last = turn.catch(() => {})
    return turn
  }

  async #resample(source: Source, to: Size, spare: Uint8Array | undefined): Promise<Uint8Array> {
    const { width, height } = source
    const columns = this.#filterFor(width, to.width)
    const rows = this.#filterFor(height, to.height)
    const stride = to.width * 3
    const allocator = new BumpAllocator()
    const sourceAt = allocator.take(source.bytes)
    const rowAt = allocator.take(Rows.bytes(source))
    const filterAt = allocator.take(bytesOf(columns))
    const weightsAt = allocator.take(rows.weights.byteLength)
    const resampledAt = allocator.take(height * stride)
    const outputAt = allocator.take(to.height * stride)
    const { buffer } = allocator.fit(this.#kernels.memory)

    const planes = await source.write(new Uint8Array(buffer, sourceAt, source.bytes))
    const lines = new Rows(this.#kernels, source, { sourceAt, rowAt, planes })
    this.#resampleRows(lines, columns, { filterAt, resampledAt, height, width: to.width })
    new Int32Array(buffer, weightsAt).set(rows.weights)
    for (let y = 0; y < to.height; y++) {
      const from = resampledAt + (rows.starts[y] as number) * stride
      const weights = weightsAt + y * rows.taps * 4
      this.#kernels.resampleColumns(from, stride, weights, rows.lengths[y] as number, outputAt + y * stride)
    }
    const bytes = new Uint8Array(buffer, outputAt, to.height * stride)
    if (spare?.length !== bytes.length) return bytes.slice()
    spare.set(bytes)
    return spare
  }

  #filterFor(from: number, to: number): Filter {
    const key = `${from} ${to}`
    const filter = this.#filters.get(key) ?? triangleFilter(from, to)
    this.#filters.set(key, filter)
    return filter
  }

  /** To RGB bytes [height, width, 3]. */
  #resampleRows(
    rows: Rows,
    { starts, lengths, weights, taps }: Filter,
    { filterAt, resampledAt, height, width }: Size & { filterAt: number; resampledAt: number },
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
