import { PictureError } from '../picture-error.ts'

/** 25 MB: no shop serves more, and a hundred of them in flight must not fill the memory. */
export const MAX_BYTES = 25 * 1024 * 1024
/** Room for most pictures. */
const FIRST_BYTES = 128 * 1024
/** Milliseconds from the request to the last byte. */
export const FETCH_DEADLINE = 10_000

/**
 * Fetches a picture's file without the person's cookies or referrer.
 * @param cache `reload` where the browser may have kept an answer that does not hold any more
 * @param spare memory to read into, which is gone from the caller afterwards
 * @throws PictureError `unreachable`, `refused`, `timed_out` or `too_large`
 */
export async function fetchImage(
  url: string,
  signal: AbortSignal,
  cache: RequestCache,
  spare = new ArrayBuffer(FIRST_BYTES),
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string }> {
  if (!/^(https?|data|blob):/.test(url)) throw new PictureError('unreachable', url.split(':')[0])
  const deadline = AbortSignal.timeout(FETCH_DEADLINE)
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache,
      signal: AbortSignal.any([signal, deadline]),
    })
    if (!response.ok) throw new PictureError('refused', String(response.status))
    return { bytes: await readBody(response, spare), type: response.headers.get('content-type') ?? '' }
  } catch (error) {
    if (error instanceof PictureError) throw error
    if (deadline.aborted) throw new PictureError('timed_out', `${FETCH_DEADLINE / 1000} s`)
    throw new PictureError('unreachable')
  }
}

/**
 * Reads up to the limit: a server's Content-Length is a promise, not a fact. All into one memory, since the parts of hundreds
 * of pictures would pile up before they are collected.
 */
async function readBody({ body }: Response, spare: ArrayBuffer): Promise<Uint8Array<ArrayBuffer>> {
  const reader = body?.getReader({ mode: 'byob' })
  let buffer = spare
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
