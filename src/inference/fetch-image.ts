import { PictureError } from './failure.ts'

/** 25 MB: no shop serves more, and a hundred of them in flight must not fill the memory. */
export const MAX_BYTES = 25 * 1024 * 1024
/** Milliseconds from the request to the last byte. */
export const FETCH_DEADLINE = 10_000

/**
 * Fetches a picture's file without the person's cookies or referrer.
 * @param cache `reload` where the browser may have kept an answer that does not hold any more
 * @throws PictureError `unreachable`, `refused`, `timed_out` or `too_large`
 */
export async function fetchImage(
  url: string,
  signal: AbortSignal,
  cache: RequestCache,
): Promise<{ bytes: ArrayBuffer; type: string }> {
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
    return { bytes: await readBody(response), type: response.headers.get('content-type') ?? '' }
  } catch (error) {
    if (error instanceof PictureError) throw error
    if (deadline.aborted) throw new PictureError('timed_out', `${FETCH_DEADLINE / 1000} s`)
    throw new PictureError('unreachable')
  }
}

/** Reads up to the limit: a server's Content-Length is a promise, not a fact. */
async function readBody(response: Response): Promise<ArrayBuffer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.byteLength
    if (size > MAX_BYTES) throw new PictureError('too_large')
    parts.push(part)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.byteLength
  }
  return bytes.buffer
}
