import type { PictureSource } from '../../messages/host-port.ts'
import { PictureError } from '../picture-error.ts'
import { type FetchedImage, type FetchOptions, fetchImage, MAX_BYTES } from './fetch-image.ts'

/** A picture's file. */
export type ImageFile = Omit<FetchedImage, 'freshness'>

/** Bytes from the page have no URL that could change. */
const LASTING = { freshMs: Number.POSITIVE_INFINITY, isVolatile: false }

/**
 * Gets a picture's bytes.
 * @param how as for `fetchImage`
 * @param recycled as for `fetchImage`
 * @throws PictureError with the reason to show to the user
 */
export async function readFile(
  source: PictureSource,
  signal: AbortSignal,
  how: FetchOptions,
  recycled?: ArrayBuffer,
): Promise<FetchedImage> {
  const file = 'url' in source ? await fetchImage(source.url, signal, how, recycled) : await readBlob(source.bytes)
  if (file.bytes.byteLength === 0) throw new PictureError('empty')
  return file
}

/** A file's identity: the SHA-256 of its bytes, in hex. */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')
}

async function readBlob(blob: Blob): Promise<FetchedImage> {
  if (blob.size > MAX_BYTES) throw new PictureError('too_large')
  return { bytes: new Uint8Array(await blob.arrayBuffer()), type: blob.type, freshness: LASTING }
}
