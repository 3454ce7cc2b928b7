import type { Picture } from './picture.ts'

/** By the extension of the path, or by the type of a `data:` URL. */
const JPEG = /^(?!data:)[^?#]*\.jpe?g(?:[?#]|$)|^data:image\/jpeg[;,]/i

/**
 * Whether an image hides what lies under it, as far as its URL tells. JPEG has no transparency; files of other formats may be
 * frames and stickers on pictures.
 */
export function isOpaque({ kind, url }: Pick<Picture, 'kind' | 'url'>): boolean {
  return kind === 'img' && JPEG.test(url)
}
