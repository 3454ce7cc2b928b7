import type { Picture } from './picture.ts'

/** Of a file, by the end of its path or by the type in a `data:` URL. */
const JPEG = /^(?!data:)[^?#]*\.jpe?g(?:[?#]|$)|^data:image\/jpeg[;,]/i

/**
 * Whether an image hides what lies under it, as far as its address tells: JPEG has no transparency, and of all others some are
 * frames and stickers on pictures.
 */
export function isOpaque({ kind, url }: Pick<Picture, 'kind' | 'url'>): boolean {
  return kind === 'img' && JPEG.test(url)
}
