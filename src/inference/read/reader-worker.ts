/** A worker that fetches and decodes pictures in parallel with the network. */

import { decodeImage, isHuge } from '../decode/decode-image.ts'
import { headerSize } from '../decode/header-size.ts'
import { failureOf } from '../picture-error.ts'
import { openResampler } from '../resample/open-resampler.ts'
import { isSvg } from './is-svg.ts'
import { digestOf, readFile } from './read-file.ts'
import type { FromReader, ReaderTask, ReadImage, ToReader } from './reader-messages.ts'

/** Pooled pixel buffers of 150 kB: a few more than are in flight. */
const MAX_PIXEL_BUFFER_COUNT = 32
/** Pooled file buffers: as many as there are concurrent reads, and at most 1 MB each. */
const MAX_FILE_BUFFER_COUNT = 10
const MAX_FILE_BUFFER_BYTES = 1024 * 1024

const tasks = new Map<number, AbortController>()
const resampler = openResampler()

/** Pools of buffers for reuse. */
const pixelBuffers: Uint8Array[] = []
const fileBuffers: ArrayBuffer[] = []

addEventListener('message', async ({ data }: MessageEvent<ToReader>) => {
  if (data.type === 'recycle') {
    if (pixelBuffers.length < MAX_PIXEL_BUFFER_COUNT) pixelBuffers.push(data.pixels)
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
      const result = await decodeImage(await resampler, data.bytes, data.mime, data.size, pixelBuffers.pop())
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
  const file = await readFile(source, signal, cache, fileBuffers.pop())
  const digest = await digestOf(file.bytes)
  const natural = headerSize(file.bytes)
  if (isSvg(file.type) || !natural || isHuge(natural)) return { digest, file }
  signal.throwIfAborted()
  const decoded = await decodeImage(await resampler, file.bytes, file.type, size, pixelBuffers.pop())
  const { buffer } = file.bytes
  if (buffer.byteLength <= MAX_FILE_BUFFER_BYTES && fileBuffers.length < MAX_FILE_BUFFER_COUNT) fileBuffers.push(buffer)
  return { digest, decoded }
}
