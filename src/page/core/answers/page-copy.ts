import type { PageCopy } from '../../../inference/read/page-copy.ts'
import { isHtmlElement } from '../dom/element-type.ts'
import type { Picture } from '../find/picture.ts'
import { loadedImage } from './loaded-image.ts'

/** A picture as far as its copy matters. */
export type Shown = Pick<Picture, 'url' | 'drawable'>

/** What the page knows about its copy of a picture; undefined if the picture has no file on the web. */
export function pageCopyOf(picture: Shown): PageCopy | undefined {
  const { url, drawable } = picture
  if (!/^https?:/.test(url)) return undefined
  const isReadable =
    isOwnUrl(url) || Boolean(drawable && isHtmlElement(drawable, 'img') && drawable.crossOrigin !== null)
  const image = imageOf(picture)
  // The first load, because later ones may be our own. Its length is 0 if the browser does not say.
  const [load] = performance.getEntriesByName(url) as Partial<PerformanceResourceTiming>[]
  return {
    isReadable,
    size: image && { width: image.naturalWidth, height: image.naturalHeight },
    byteLength: isReadable ? load?.decodedBodySize : 0,
  }
}

/** Whether the page has loaded a picture. */
export function isLoaded(picture: Shown): boolean {
  return imageOf(picture) !== undefined
}

/** Whether the page's own site serves a URL. */
export function isOwnUrl(url: string): boolean {
  return originOf(url) === location.origin
}

/** Undefined for what is no URL. */
export function originOf(url: string): string | undefined {
  return URL.parse(url)?.origin
}

/** An image whose natural size is the file's. `srcset` gives a picture a density, by which its size in the file is divided. */
function imageOf({ url, drawable }: Shown): HTMLImageElement | undefined {
  if (!drawable || !isHtmlElement(drawable, 'img')) return loadedImage(url)
  const hasDensity = drawable.srcset || drawable.parentElement?.localName === 'picture'
  return hasDensity ? loadedImage(url, drawable.crossOrigin) : drawable
}
