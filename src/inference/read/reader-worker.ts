/** A worker that fetches and decodes pictures in parallel with the network. */

import { type DecodedImage, decodeImage, isHuge } from '../decode/decode-image.ts'
import { headerSize } from '../decode/header-size.ts'
import { type Wanted, wantedSize } from '../decode/wanted-size.ts'
import { failureOf, PictureError } from '../picture-error.ts'
import { openResampler } from '../resample/open-resampler.ts'
import { fromCanvas } from '../resample/source.ts'
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
      const result = await (data.type === 'decode' ? decode(data, data.bytes, data.mime) : resample(data))
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
  { source, how, wanted }: Extract<ReaderTask, { type: 'read' }>,
  signal: AbortSignal,
): Promise<ReadImage> {
  const { freshness, ...file } = await readFile(source, signal, how, fileBuffers.pop())
  const { bytes, type } = file
  const facts = { digest: await digestOf(bytes), byteLength: bytes.byteLength, freshness }
  const natural = headerSize(bytes)
  if (isSvg(type) || !natural || isHuge(natural)) return { ...facts, file, isRefused: false }
  signal.throwIfAborted()
  const decoded = await decode({ wanted }, bytes, type).catch(error => {
    if (error instanceof PictureError && error.reason === 'not_a_picture') return undefined
    throw error
  })
  if (!decoded) return { ...facts, file, isRefused: true }
  const { buffer } = bytes
  if (buffer.byteLength <= MAX_FILE_BUFFER_BYTES && fileBuffers.length < MAX_FILE_BUFFER_COUNT) fileBuffers.push(buffer)
  return { ...facts, decoded }
}

async function decode(
  { wanted }: { wanted: Wanted },
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
): Promise<DecodedImage> {
  return decodeImage(await resampler, bytes, type, wanted, bufferFor(wanted))
}

async function resample({
  picture,
  natural,
  wanted,
}: Extract<ReaderTask, { type: 'resample' }>): Promise<DecodedImage> {
  const to = wantedSize(natural, wanted)
  return { pixels: await (await resampler).resample(fromCanvas(picture), to, bufferFor(wanted)), natural }
}

/** The pooled buffers are those of squares. */
function bufferFor(wanted: Wanted): Uint8Array | undefined {
  return 'square' in wanted ? pixelBuffers.pop() : undefined
}
