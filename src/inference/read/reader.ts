import type { Failure } from '../../apparel/failure.ts'
import { WorkerClient } from '../../async/worker-client.ts'
import type { PictureSource } from '../../messages/host-port.ts'
import { type DecodedImage, isHuge } from '../decode/decode-image.ts'
import { decodedSide, type Wanted } from '../decode/wanted-size.ts'
import { PictureError } from '../picture-error.ts'
import type { Picture } from '../resample/source.ts'
import type { FetchOptions } from './fetch-image.ts'
import { drawElement, openAsElement } from './image-element.ts'
import { isSvg } from './is-svg.ts'
import type { ReaderTask, ReadImage, Recycle, UndecodedImage } from './reader-messages.ts'

/** Idle time after which the worker is closed. */
const CLOSE_AFTER_MS = 10_000
/** Number of pictures after which a fresh worker takes over: each leaves about 20 kB of garbage. */
const RENEW_AFTER_COUNT = 400

/**
 * Reads pictures in a worker. Files of unknown size and damaged files need an `<img>`, which only a document has, so they are
 * opened here.
 */
export class Reader {
  #worker = new WorkerClient<ReaderTask, Failure>({
    open: () => new Worker(new URL('./reader-worker.ts', import.meta.url), { type: 'module' }),
    toError: ({ failure, detail, retryAfterMs }) => new PictureError(failure, detail, retryAfterMs),
    closeAfterMs: CLOSE_AFTER_MS,
    renewAfterCount: RENEW_AFTER_COUNT,
  })
  readonly #input: Wanted

  /** @param inputSize side of the network's input, pixels: what is wanted if a task does not say otherwise */
  constructor(inputSize: number) {
    this.#input = { square: inputSize }
  }

  /**
   * @param options as for `fetchImage`, and what is wanted if not the network's input
   * @throws PictureError with the reason to show to the user, or the signal's reason
   */
  read(
    source: PictureSource,
    signal: AbortSignal,
    { wanted = this.#input, ...how }: FetchOptions & { wanted?: Wanted },
  ): Promise<ReadImage> {
    return this.#worker.ask({ type: 'read', source, how, wanted }, [], signal)
  }

  /** Resamples pixels that a client has drawn. Takes ownership of them. */
  resample(picture: Picture, signal: AbortSignal, wanted: Wanted): Promise<DecodedImage> {
    const { width, height, data } = picture
    const task = { type: 'resample', picture, natural: { width, height }, wanted } as const
    return this.#worker.ask(task, [data.buffer as ArrayBuffer], signal)
  }

  /** Takes ownership of a pixel buffer for reuse: as garbage, those of hundreds of pictures would pile up. */
  recycle(pixels: Uint8Array): void {
    this.#worker.notify({ type: 'recycle', pixels } satisfies Recycle, [pixels.buffer as ArrayBuffer])
  }

  /**
   * Decodes a file that the worker could not. Takes ownership of the bytes, which are detached afterwards.
   * @throws PictureError `not_a_picture`, `drawing`, `too_many_pixels` or `timed_out`, or the signal's reason
   */
  async decode(
    { file: { bytes, type }, isRefused }: UndecodedImage,
    signal: AbortSignal,
    wanted = this.#input,
  ): Promise<DecodedImage> {
    // A slow SVG may freeze its own page, but not this process, on which all pages wait.
    if (isSvg(type)) throw new PictureError('drawing')
    // A damaged header may claim any size, so ask the browser's decoder before refusing the file.
    const image = await openAsElement(bytes, type)
    const natural = { width: image.naturalWidth, height: image.naturalHeight }
    if (isHuge(natural)) throw new PictureError('too_many_pixels', `${natural.width}×${natural.height}`)
    signal.throwIfAborted()
    try {
      const task = { type: 'decode', bytes, mime: type, wanted } as const
      if (!isRefused) return await this.#worker.ask<DecodedImage>(task, [bytes.buffer], signal)
    } catch (error) {
      if (!(error instanceof PictureError && error.reason === 'not_a_picture')) throw error
    }
    const picture = drawElement(image, natural, decodedSide(wanted))
    const task = { type: 'resample', picture, natural, wanted } as const
    return this.#worker.ask(task, [picture.data.buffer as ArrayBuffer], signal)
  }
}
