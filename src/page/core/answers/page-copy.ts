import type { PageCopy } from '../../../inference/read/page-copy.ts'
import type { BoxSize } from '../dom/box.ts'
import { isHtmlElement } from '../dom/element-type.ts'
import type { Picture } from '../find/picture.ts'
import { loadedImage } from './loaded-image.ts'

/** What the page knows about its copy of a picture; undefined if the picture has no file on the web. */
export function pageCopyOf({ url, drawable }: Pick<Picture, 'url' | 'drawable'>): PageCopy | undefined {
  if (!/^https?:/.test(url)) return undefined
  const image = drawable && isHtmlElement(drawable, 'img') ? drawable : undefined
  const isReadable = isOwnUrl(url) || (image?.crossOrigin ?? null) !== null
  const shown = image && hasOwnSize(image) ? image : loadedImage(url, image?.crossOrigin)
  const byteLength = isReadable ? loadedBytes(url) : 0
  return { isReadable, ...(shown && { size: sizeOf(shown) }), ...(byteLength > 0 && { byteLength }) }
}

/** Whether the page's own site serves a URL. */
export function isOwnUrl(url: string): boolean {
  return URL.parse(url)?.origin === location.origin
}

/** `srcset` gives a picture a density, by which its size in the file is divided. */
function hasOwnSize(image: HTMLImageElement): boolean {
  return !image.srcset && image.parentElement?.localName !== 'picture'
}

function sizeOf({ naturalWidth, naturalHeight }: HTMLImageElement): BoxSize {
  return { width: naturalWidth, height: naturalHeight }
}

/** The length of the file that the page loaded last from a URL; 0 if the browser does not say. */
function loadedBytes(url: string): number {
  const [name = ''] = url.split('#', 1)
  const loads = performance.getEntriesByName(name, 'resource') as PerformanceResourceTiming[]
  return loads.filter(({ initiatorType }) => initiatorType !== 'fetch').at(-1)?.decodedBodySize ?? 0
}
