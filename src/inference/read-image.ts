import type { PictureSource } from '../messages.ts'
import { PictureError } from './failure.ts'
import { fetchImage, MAX_BYTES } from './fetch-image.ts'
import { headerSize, type Size } from './header-size.ts'

/** A picture's file and what names it. */
export interface ImageFile {
  bytes: ArrayBuffer
  /** Its media type as the server or the page says; '' where neither does. */
  type: string
  /** SHA-256 of the bytes, hex. */
  digest: string
  /** Where the file says it in a way that can be trusted. */
  size?: Size
}

/**
 * Gets a picture's bytes.
 * @param cache as for `fetchImage`
 * @throws PictureError with the reason for the person
 */
export async function readImage(source: PictureSource, signal: AbortSignal, cache: RequestCache): Promise<ImageFile> {
  const { bytes, type } = 'url' in source ? await fetchImage(source.url, signal, cache) : await readBlob(source.bytes)
  if (bytes.byteLength === 0) throw new PictureError('empty')
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const size = headerSize(bytes)
  return {
    bytes,
    type,
    digest: Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join(''),
    ...(size && { size }),
  }
}

async function readBlob(blob: Blob): Promise<{ bytes: ArrayBuffer; type: string }> {
  if (blob.size > MAX_BYTES) throw new PictureError('too_large')
  return { bytes: await blob.arrayBuffer(), type: blob.type }
}
