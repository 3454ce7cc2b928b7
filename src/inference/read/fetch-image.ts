import { PictureError } from '../picture-error.ts'

/** 25 MB. No shop serves more, and many downloads at once must not fill the memory. */
export const MAX_BYTES = 25 * 1024 * 1024
/** Initial buffer size, enough for most pictures. */
const INITIAL_BUFFER_BYTES = 128 * 1024
/** Time limit from the request to the last byte. */
const FETCH_TIMEOUT_MS = 10_000

/**
 * Fetches a picture's file without the user's cookies or referrer.
 * @param cache `reload` if the browser's cached response may be outdated
 * @param recycled buffer to read into; it is detached afterwards
 * @throws PictureError `unreachable`, `refused`, `timed_out` or `too_large`
 */
export async function fetchImage(
  url: string,
  signal: AbortSignal,
  cache: RequestCache,
  recycled = new ArrayBuffer(INITIAL_BUFFER_BYTES),
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string }> {
  if (!/^(https?|data|blob):/.test(url)) throw new PictureError('unreachable', url.split(':')[0])
  const deadline = AbortSignal.timeout(FETCH_TIMEOUT_MS)
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache,
      signal: AbortSignal.any([signal, deadline]),
    })
    if (!response.ok) throw new PictureError('refused', String(response.status))
    return { bytes: await readBody(response, recycled), type: response.headers.get('content-type') ?? '' }
  } catch (error) {
    if (error instanceof PictureError) throw error
    if (deadline.aborted) throw new PictureError('timed_out', `${FETCH_TIMEOUT_MS / 1000} s`)
    throw new PictureError('unreachable')
  }
}

/**
 * Reads up to the limit, because Content-Length is not reliable. It reads into one buffer: the chunks of hundreds of
 * pictures would pile up before they are collected.
 */
async function readBody({ body }: Response, recycled: ArrayBuffer): Promise<Uint8Array<ArrayBuffer>> {
  const reader = body?.getReader({ mode: 'byob' })
  let buffer = recycled
  let size = 0
  while (reader) {
    if (size === buffer.byteLength) buffer = buffer.transfer(2 * size)
    const { done, value } = await reader.read(new Uint8Array(buffer, size))
    if (value) buffer = value.buffer
    if (done) break
    size += value.length
    if (size > MAX_BYTES) {
      void reader.cancel()
      throw new PictureError('too_large')
    }
  }
  return new Uint8Array(buffer, 0, size)
}
