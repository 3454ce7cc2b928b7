import { PictureError } from './failure.ts'
import { fetchForPage } from './fetch-for-page.ts'
import { MAX_BYTES } from './fetch-image.ts'

/** Where the host gets a picture: from the web, for the page that shows it, or from its asker. */
export type ReadSource = { url: string; page?: string | undefined } | { bytes: Blob }

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
export async function readImage(source: ReadSource, signal: AbortSignal): Promise<ImageFile> {
  const bytes = 'url' in source ? await fetchForPage(source.url, source.page, signal) : source.bytes
  if (bytes.size === 0) throw new PictureError('empty')
  if (bytes.size > MAX_BYTES) throw new PictureError('too_large')
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer()))
  return { bytes, digest: Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('') }
}
