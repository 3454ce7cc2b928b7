import type { PageCopy } from '../../../inference/read/page-copy.ts'
import { isHtmlElement } from '../dom/element-type.ts'
import type { Picture } from '../find/picture.ts'
import { loadedImage } from './loaded-image.ts'

/** A picture as far as its copy matters. */
type Shown = Pick<Picture, 'url' | 'drawable'>

/** What the page knows about its copy of a picture; undefined if the picture has no file on the web. */
export function pageCopyOf(picture: Shown): PageCopy | undefined {
  const { url, drawable } = picture
  if (!/^https?:/.test(url)) return undefined
  const isReadable =
    isOwnUrl(url) || Boolean(drawable && isHtmlElement(drawable, 'img') && drawable.crossOrigin !== null)
  const { naturalWidth: width, naturalHeight: height } = imageOf(picture) ?? {}
  return {
    isReadable,
    size: width && height ? { width, height } : undefined,
    byteLength: (isReadable && loadedBytes(url)) || undefined,
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

/** The length of the file that the page loaded last from a URL; 0 if the browser does not say. */
function loadedBytes(url: string): number {
  const loads = performance.getEntriesByName(url.split('#')[0] ?? '', 'resource') as PerformanceResourceTiming[]
  // Our own requests are not what the page shows.
  return loads.findLast(({ initiatorType }) => initiatorType !== 'fetch')?.decodedBodySize ?? 0
}
