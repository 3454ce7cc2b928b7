/** A worker that fetches and decodes pictures, while the network runs beside it. */
import { decodeImage } from './decode-image.ts'
import { failureOf } from './failure.ts'
import { readImage } from './read-image.ts'
import type { FromReader, ToReader } from './reader-messages.ts'

const tasks = new Map<number, AbortController>()

addEventListener('message', async ({ data }: MessageEvent<ToReader>) => {
  if (data.type === 'cancel') return tasks.get(data.id)?.abort()
  const task = new AbortController()
  tasks.set(data.id, task)
  try {
    if (data.type === 'read') {
      const result = await readImage(data.source, task.signal, data.cache)
      answer({ id: data.id, result }, [result.bytes])
    } else {
      const result = await decodeImage(data.bytes, data.mime, data.size)
      answer({ id: data.id, result }, [result.pixels.buffer])
    }
  } catch (error) {
    answer({ id: data.id, failure: failureOf(error, 'not_a_picture') })
  } finally {
    tasks.delete(data.id)
  }

  function answer(message: FromReader, transfer: ArrayBufferLike[] = []): void {
    if (!task.signal.aborted) postMessage(message, { transfer: transfer as ArrayBuffer[] })
  }
})
