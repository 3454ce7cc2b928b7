import type { PixelSize } from '../pixel-size.ts'

/** What a page knows about the copy of a picture that it shows. */
export interface PageCopy {
  /** Its size in the file; left out if unknown, and for what has no size of its own. */
  size?: PixelSize | undefined
  /** The length of its file; 0 or left out if unknown. */
  byteLength?: number | undefined
  /** Whether the page may read it, and so need not rely on what its server sends us. */
  isReadable: boolean
}

/**
 * Whether a file can be the one that the page shows. A server may send something else to those without the page's cookies, or
 * another picture each time. The sides may be swapped, because a page can switch off a photograph's orientation.
 * @param copy undefined if the page knows nothing
 */
export function canBeCopy(copy: PageCopy | undefined, file: { natural: PixelSize; byteLength: number }): boolean {
  const { size, byteLength } = copy ?? {}
  if (byteLength && byteLength !== file.byteLength) return false
  const { width, height } = file.natural
  return !size || (size.width === width && size.height === height) || (size.width === height && size.height === width)
}
