import type { Failure } from '../../apparel/failure.ts'
import { WorkerClient } from '../../async/worker-client.ts'
import type { PictureSource } from '../../messages/host-port.ts'
import { type DecodedImage, isHuge } from '../decode/decode-image.ts'
import { PictureError } from '../picture-error.ts'
import { openAsElement } from './image-element.ts'
import { isSvg } from './is-svg.ts'
import type { ImageFile } from './read-file.ts'
import type { ReaderTask, ReadImage, Recycle } from './reader-messages.ts'

/** Milliseconds without a picture after which the worker is closed. */
const CLOSE_AFTER = 10_000
/** Pictures after which the next is read by a fresh one: each leaves about 20 kB to be collected. */
const RENEW_AFTER = 400

/** Reads pictures in a worker. What a worker cannot do, it does here: files that do not tell their size. */
export class Reader {
  #line = new WorkerClient<ReaderTask, Failure>({
    open: () => new Worker(new URL('./reader-worker.ts', import.meta.url), { type: 'module' }),
    toError: ({ failure, detail }) => new PictureError(failure, detail),
    closeAfter: CLOSE_AFTER,
    renewAfter: RENEW_AFTER,
  })
  readonly #size: number

  /** @param size side of the network's input, pixels */
  constructor(size: number) {
    this.#size = size
  }

  /**
   * @param cache as for `fetchImage`
   * @throws PictureError with the reason for the person, or the signal's reason
   */
  read(source: PictureSource, signal: AbortSignal, cache: RequestCache = 'default'): Promise<ReadImage> {
    return this.#line.ask({ type: 'read', source, cache, size: this.#size }, [], signal)
  }

  /** Takes pixels over that nobody needs any more: as garbage, those of hundreds of pictures would pile up. */
  recycle(pixels: Uint8Array): void {
    this.#line.tell({ type: 'recycle', pixels } satisfies Recycle, [pixels.buffer as ArrayBuffer])
  }

  /**
   * Decodes what the worker left. Takes the file's bytes over: they are gone afterwards.
   * @throws PictureError `not_a_picture`, `drawing`, `too_many_pixels` or `timed_out`, or the signal's reason
   */
  async decode({ bytes, type }: ImageFile, signal: AbortSignal): Promise<DecodedImage> {
    // A page may be drawn to a halt by its own, but not all others with it: they all wait for this one process.
    if (isSvg(type)) throw new PictureError('drawing')
    // A damaged header may say any size: before a file is refused for it, the browser's own decoder has its word.
    const image = await openAsElement(bytes, type)
    const natural = { width: image.naturalWidth, height: image.naturalHeight }
    if (isHuge(natural)) throw new PictureError('too_many_pixels', `${natural.width}×${natural.height}`)
    signal.throwIfAborted()
    return this.#line.ask({ type: 'decode', bytes, mime: type, size: this.#size }, [bytes.buffer], signal)
  }
}
