/** Checks of the fields that several messages to the host share. */
import type { Provenance } from '../../history/provenance.ts'
import { type PictureSource, type Priority, priorities } from '../../messages/host-port.ts'
import type { PixelSize } from '../pixel-size.ts'
import type { PageCopy } from '../read/page-copy.ts'

/** Maximum length of provenance texts. A longer URL is of no use to anyone. */
const MAX_TEXT_LENGTH = 20_000

export function isPriority(data: unknown): data is Priority {
  return priorities.some(priority => priority === data)
}

export function isSource(data: unknown): data is PictureSource {
  return (
    isObject(data) && ('url' in data ? typeof data.url === 'string' : 'bytes' in data && data.bytes instanceof Blob)
  )
}

export function isProvenance(data: unknown): data is Provenance {
  if (!isObject(data)) return false
  const { pageUrl, pageTitle, imageUrl, by } = data as { [Key in keyof Provenance]?: unknown }
  return [pageUrl, pageTitle, imageUrl].every(isShortText) && (by === 'auto' || by === 'asked')
}

export function isCopy(data: unknown): data is PageCopy {
  if (!isObject(data)) return false
  const { size, byteLength, isReadable } = data as { [Key in keyof PageCopy]?: unknown }
  return (
    typeof isReadable === 'boolean' &&
    (size === undefined || isSize(size)) &&
    (byteLength === undefined || typeof byteLength === 'number')
  )
}

function isSize(data: unknown): data is PixelSize {
  return (
    isObject(data) &&
    'width' in data &&
    'height' in data &&
    typeof data.width === 'number' &&
    typeof data.height === 'number'
  )
}

function isShortText(data: unknown): data is string {
  return typeof data === 'string' && data.length <= MAX_TEXT_LENGTH
}

export function isObject(data: unknown): data is object {
  return typeof data === 'object' && data !== null
}
