import { PictureError } from '../picture-error.ts'
import { type Freshness, freshnessOf } from './freshness.ts'
import { imageAccept } from './image-accept.ts'
import { retryAfterMs } from './retry-after.ts'

/** 25 MB. No shop serves more, and many downloads at once must not fill the memory. */
export const MAX_BYTES = 25 * 1024 * 1024
/** Initial buffer size, enough for most pictures. */
const INITIAL_BUFFER_BYTES = 128 * 1024
/** Time limits from the request to the last byte: usually, and for a picture that the page has loaded. */
const FETCH_TIMEOUT_MS = 10_000
const PATIENT_TIMEOUT_MS = 30_000
/** Statuses of servers that ask to slow down. */
const BUSY_STATUSES = [429, 503]

export interface FetchOptions {
  /** `no-cache` if what the browser has cached may be outdated, `reload` if it is not wanted. */
  cache: RequestCache
  /** Whether to give the server more time than usual. */
  isPatient: boolean
}

/** A file as its server sent it. */
export interface FetchedImage {
  bytes: Uint8Array<ArrayBuffer>
  /** Its media type; '' if unknown. */
  type: string
  freshness: Freshness
}

/**
 * Fetches a picture's file without the user's cookies or referrer.
 * @param recycled buffer to read into; it is detached afterwards
 * @throws PictureError `unreachable`, `refused`, `busy`, `timed_out` or `too_large`
 */
export async function fetchImage(
  url: string,
  signal: AbortSignal,
  { cache, isPatient }: FetchOptions,
  recycled = new ArrayBuffer(INITIAL_BUFFER_BYTES),
): Promise<FetchedImage> {
  if (!/^(https?|data|blob):/.test(url)) throw new PictureError('unreachable', url.split(':')[0])
  const timeoutMs = isPatient ? PATIENT_TIMEOUT_MS : FETCH_TIMEOUT_MS
  const deadline = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache,
      headers: { accept: await imageAccept() },
      signal: AbortSignal.any([signal, deadline]),
    })
    const { ok, status, headers } = response
    if (BUSY_STATUSES.includes(status)) throw new PictureError('busy', String(status), retryAfterMs(headers))
    if (!ok) throw new PictureError('refused', String(status))
    const bytes = await readBody(response, recycled)
    return { bytes, type: headers.get('content-type') ?? '', freshness: freshnessOf(headers) }
  } catch (error) {
    if (error instanceof PictureError) throw error
    if (deadline.aborted) throw new PictureError('timed_out', `${timeoutMs / 1000} s`)
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
