import type { PictureSource } from '../messages.ts'
import { PictureError } from './failure.ts'
import { fetchImage, MAX_BYTES } from './fetch-image.ts'

/** A picture's file and what names it. */
export interface ImageFile {
  bytes: Blob
  /** SHA-256 of the bytes, hex. */
  digest: string
}

/**
 * Gets a picture's bytes.
 * @throws PictureError with the reason for the person
 */
export async function readImage(source: PictureSource, signal: AbortSignal): Promise<ImageFile> {
  const bytes = 'url' in source ? await fetchImage(source.url, signal) : source.bytes
  if (bytes.size === 0) throw new PictureError('empty')
  if (bytes.size > MAX_BYTES) throw new PictureError('too_large')
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer()))
  return { bytes, digest: Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('') }
}
