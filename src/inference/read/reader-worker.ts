/** A worker that fetches and decodes pictures, while the network runs beside it. */

import { decodeImage, isHuge } from '../decode/decode-image.ts'
import { headerSize } from '../decode/header-size.ts'
import { failureOf } from '../picture-error.ts'
import { openResampler } from '../resample/open-resampler.ts'
import { isSvg } from './is-svg.ts'
import { digestOf, readFile } from './read-file.ts'
import type { FromReader, ReaderTask, ReadImage, ToReader } from './reader-messages.ts'

/** As many as are on their way, and some: 150 kB each. */
const MOST_PIXEL_SPARES = 32
/** As many as are read at once, and 1 MB each at most. */
const MOST_FILE_SPARES = 10
const MOST_SPARE_BYTES = 1024 * 1024

const tasks = new Map<number, AbortController>()
const resampler = openResampler()

/** Memory of pixels and of files that is used again. */
const pixelSpares: Uint8Array[] = []
const fileSpares: ArrayBuffer[] = []

addEventListener('message', async ({ data }: MessageEvent<ToReader>) => {
  if (data.type === 'recycle') {
    if (pixelSpares.length < MOST_PIXEL_SPARES) pixelSpares.push(data.pixels)
    return
  }
  if (data.type === 'cancel') return tasks.get(data.id)?.abort()
  const task = new AbortController()
  tasks.set(data.id, task)
  try {
    if (data.type === 'read') {
      const result = await read(data, task.signal)
      answer({ id: data.id, result }, ('file' in result ? result.file.bytes : result.decoded.pixels).buffer)
    } else {
      const result = await decodeImage(await resampler, data.bytes, data.mime, data.size, pixelSpares.pop())
      answer({ id: data.id, result }, result.pixels.buffer)
    }
  } catch (error) {
    answer({ id: data.id, failure: failureOf(error, 'not_a_picture') })
  } finally {
    tasks.delete(data.id)
  }

  function answer(message: FromReader, ...transfer: ArrayBufferLike[]): void {
    if (!task.signal.aborted) postMessage(message, { transfer: transfer as ArrayBuffer[] })
  }
})

async function read(
  { source, cache, size }: Extract<ReaderTask, { type: 'read' }>,
  signal: AbortSignal,
): Promise<ReadImage> {
  const file = await readFile(source, signal, cache, fileSpares.pop())
  const digest = await digestOf(file.bytes)
  const natural = headerSize(file.bytes)
  if (isSvg(file.type) || !natural || isHuge(natural)) return { digest, file }
  signal.throwIfAborted()
  const decoded = await decodeImage(await resampler, file.bytes, file.type, size, pixelSpares.pop())
  const { buffer } = file.bytes
  if (buffer.byteLength <= MOST_SPARE_BYTES && fileSpares.length < MOST_FILE_SPARES) fileSpares.push(buffer)
  return { digest, decoded }
}
