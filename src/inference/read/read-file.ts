import type { PictureSource } from '../../messages/host-port.ts'
import { PictureError } from '../picture-error.ts'
import { fetchImage, MAX_BYTES } from './fetch-image.ts'

/** A picture's file. */
export interface ImageFile {
  bytes: Uint8Array<ArrayBuffer>
  /** Its media type according to the server or the page; '' if unknown. */
  type: string
}

/**
 * Gets a picture's bytes.
 * @param cache as for `fetchImage`
 * @param recycled as for `fetchImage`
 * @throws PictureError with the reason to show to the user
 */
export async function readFile(
  source: PictureSource,
  signal: AbortSignal,
  cache: RequestCache,
  recycled?: ArrayBuffer,
): Promise<ImageFile> {
  const file = 'url' in source ? await fetchImage(source.url, signal, cache, recycled) : await readBlob(source.bytes)
  if (file.bytes.byteLength === 0) throw new PictureError('empty')
  return file
}

/** A file's identity: the SHA-256 of its bytes, in hex. */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')
}

async function readBlob(blob: Blob): Promise<ImageFile> {
  if (blob.size > MAX_BYTES) throw new PictureError('too_large')
  return { bytes: new Uint8Array(await blob.arrayBuffer()), type: blob.type }
}
