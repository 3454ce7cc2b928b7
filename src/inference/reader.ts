import type { PictureSource } from '../messages.ts'
import { isDrawing } from '../platform/is-drawing.ts'
import { type DecodedImage, isHuge } from './decode-image.ts'
import { PictureError } from './failure.ts'
import { openAsElement } from './image-element.ts'
import type { ImageFile } from './read-image.ts'
import type { FromReader, ToReader } from './reader-messages.ts'

type Task = Exclude<ToReader, { type: 'cancel' }>
type Without<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never

/** Reads pictures in a worker. What a worker cannot do, it does here: files that do not tell their size. */
export class Reader {
  #worker = new Worker(new URL('./reader-worker.ts', import.meta.url), { type: 'module' })
  #lastId = 0
  #waiting = new Map<number, (answer: FromReader) => void>()
  readonly #size: number

  /** @param size side of the network's input, pixels */
  constructor(size: number) {
    this.#size = size
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromReader>) => this.#waiting.get(data.id)?.(data))
  }

  /** @throws PictureError with the reason for the person, or the signal's reason */
  read(source: PictureSource, signal: AbortSignal): Promise<ImageFile> {
    return this.#ask<ImageFile>({ type: 'read', source }, signal)
  }

  /**
   * Takes the file's bytes over: they are gone afterwards.
   * @throws PictureError `not_a_picture`, `drawing`, `too_many_pixels` or `timed_out`, or the signal's reason
   */
  async decode({ bytes, type, size }: ImageFile, signal: AbortSignal): Promise<DecodedImage> {
    // A page may be drawn to a halt by its own, but not all others with it: they all wait for this one process.
    if (isDrawing(type)) throw new PictureError('drawing')
    // A damaged header may say any size: before a file is refused for it, the browser's own decoder has its word.
    if (!size || isHuge(size)) {
      const image = await openAsElement(bytes, type)
      const natural = { width: image.naturalWidth, height: image.naturalHeight }
      if (isHuge(natural)) throw new PictureError('too_many_pixels', `${natural.width}×${natural.height}`)
    }
    signal.throwIfAborted()
    return this.#ask<DecodedImage>({ type: 'decode', bytes, mime: type, size: this.#size }, signal, [bytes])
  }

  #ask<Result>(task: Without<Task, 'id'>, signal: AbortSignal, transfer: ArrayBuffer[] = []): Promise<Result> {
    const id = ++this.#lastId
    return new Promise<Result>((resolve, reject) => {
      const cancel = () => {
        this.#worker.postMessage({ id, type: 'cancel' } satisfies ToReader)
        reject(signal.reason)
      }
      this.#waiting.set(id, answer => {
        signal.removeEventListener('abort', cancel)
        if ('result' in answer) resolve(answer.result as Result)
        else reject(new PictureError(answer.failure.failure, answer.failure.detail))
      })
      signal.addEventListener('abort', cancel)
      this.#worker.postMessage({ ...task, id } as ToReader, { transfer })
    }).finally(() => this.#waiting.delete(id))
  }
}
