import type { Finder } from './picture.ts'

/** SVG `<image>`, by `href` or the older `xlink:href`. */
export const findSvgImage: Finder = element => {
  if (element.localName !== 'image') return undefined
  const image = element as SVGImageElement
  if (!image.href?.baseVal) return undefined
  const url = urlOfImage(image)
  return url ? { key: url, url, drawable: image } : { skipped: 'not_loaded' }
}

/** The URL of an `<image>` or `<feImage>`. */
export function urlOfImage(image: Element): string | undefined {
  const href = (image as SVGImageElement).href?.baseVal
  return href ? URL.parse(href, image.baseURI)?.href : undefined
}
