import { ResultCache } from '../result-cache.ts'
import type { Size } from '../size.ts'
import { type Filter, triangleFilter } from './filter.ts'
import { type Kernels, startKernels } from './kernels.ts'
import { Rows } from './rows.ts'
import { Shelf } from './shelf.ts'
import type { Source } from './source.ts'

/** Filters that are remembered: 4 to 30 kB each. */
const FILTERS = 16

/**
 * Lays pictures on white and squashes all of each to a size of choice.
 *
 * The network learnt from Pillow's `resize(BILINEAR)`, and a canvas scales otherwise, each browser in its own way. So this
 * repeats Pillow to the bit: a triangle filter as wide as the scale, rows before columns, bytes in between.
 */
export class Squasher {
  readonly #kernels: Kernels
  /** By both lengths. Most pictures of a page have the same, and what is made for each has to be collected too. */
  #filters = new ResultCache<Filter>(FILTERS)
  /** They share one memory, so that each waits for the one before. */
  #last: Promise<unknown> = Promise.resolve()

  private constructor(kernels: Kernels) {
    this.#kernels = kernels
  }

  /**
   * @param binary the kernels of `kernels/`, compiled
   * @throws Error where WebAssembly lacks SIMD
   */
  static async open(binary: BufferSource): Promise<Squasher> {
    return new Squasher(await startKernels(binary))
  }

  /**
   * @param spare is written to and returned, where it has the length
   * @returns RGB bytes [to.height, to.width, 3]
   * @throws what the source throws
   */
  squash(source: Source, to: Size, spare?: Uint8Array): Promise<Uint8Array> {
    const turn = this.#last.then(() => this.#squash(source, to, spare))
    this.#last = turn.catch(() => {})
    return turn
  }

  async #squash(source: Source, to: Size, spare: Uint8Array | undefined): Promise<Uint8Array> {
    const { width, height } = source
    const columns = this.#filterFor(width, to.width)
    const rows = this.#filterFor(height, to.height)
    const stride = to.width * 3
    const shelf = new Shelf()
    const sourceAt = shelf.take(source.bytes)
    const rowAt = shelf.take(Rows.bytes(source))
    const filterAt = shelf.take(bytesOf(columns))
    const weightsAt = shelf.take(rows.weights.byteLength)
    const squashedAt = shelf.take(height * stride)
    const outputAt = shelf.take(to.height * stride)
    const { buffer } = shelf.fit(this.#kernels.memory)

    const planes = await source.write(new Uint8Array(buffer, sourceAt, source.bytes))
    const lines = new Rows(this.#kernels, source, { sourceAt, rowAt, planes })
    this.#squashRows(lines, columns, { filterAt, squashedAt, height, width: to.width })
    new Int32Array(buffer, weightsAt).set(rows.weights)
    for (let y = 0; y < to.height; y++) {
      const from = squashedAt + (rows.starts[y] as number) * stride
      const weights = weightsAt + y * rows.taps * 4
      this.#kernels.squashColumns(from, stride, weights, rows.lengths[y] as number, outputAt + y * stride)
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
  #squashRows(
    rows: Rows,
    { starts, lengths, weights, taps }: Filter,
    { filterAt, squashedAt, height, width }: Size & { filterAt: number; squashedAt: number },
  ): void {
    const lengthsAt = filterAt + starts.byteLength
    const weightsAt = lengthsAt + lengths.byteLength
    const { buffer } = this.#kernels.memory
    new Int32Array(buffer, filterAt).set(starts)
    new Int32Array(buffer, lengthsAt).set(lengths)
    new Int32Array(buffer, weightsAt).set(weights)
    for (let y = 0; y < height; y++) {
      const output = squashedAt + y * width * 3
      this.#kernels.squashRow(rows.at(y), rows.step, filterAt, lengthsAt, weightsAt, taps, output, width)
    }
  }
}

function bytesOf({ starts, lengths, weights }: Filter): number {
  return starts.byteLength + lengths.byteLength + weights.byteLength
}
