import { PictureError } from './failure.ts'

/** 25 MB: no shop serves more, and a hundred of them in flight must not fill the memory. */
export const MAX_BYTES = 25 * 1024 * 1024
/** Milliseconds from the request to the last byte. */
export const FETCH_DEADLINE = 10_000

/**
 * Fetches a picture's file without the person's cookies or referrer.
 * @param cache `reload` where the browser may have kept an answer that does not hold any more
 * @throws PictureError `unreachable`, `refused`, `timed_out`, `empty` or `too_large`
 */
export async function fetchImage(url: string, signal: AbortSignal, cache: RequestCache = 'default'): Promise<Blob> {
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
    return await readBody(response)
  } catch (error) {
    if (error instanceof PictureError) throw error
    if (deadline.aborted) throw new PictureError('timed_out', `${FETCH_DEADLINE / 1000} s`)
    throw new PictureError('unreachable')
  }
}

/** Reads up to the limit: a server's Content-Length is a promise, not a fact. */
async function readBody(response: Response): Promise<Blob> {
  const parts: BlobPart[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.byteLength
    if (size > MAX_BYTES) throw new PictureError('too_large')
    parts.push(part as Uint8Array<ArrayBuffer>)
  }
  return new Blob(parts, { type: response.headers.get('content-type') ?? '' })
}
