import type { HowToRead } from '../../messages/host-port.ts'
import type { PixelSize } from '../pixel-size.ts'
import type { PageCopy } from '../read/page-copy.ts'

/** The valid fields of a message that say how to read its picture. */
export function parseHowToRead(data: object): HowToRead {
  const { copy, asPage, isPatient } = data as { [Key in keyof HowToRead]?: unknown }
  return {
    ...(isCopy(copy) && { copy }),
    ...(asPage === true && { asPage }),
    ...(isPatient === true && { isPatient }),
  }
}

function isCopy(data: unknown): data is PageCopy {
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

function isObject(data: unknown): data is object {
  return typeof data === 'object' && data !== null
}
