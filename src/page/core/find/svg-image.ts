import type { Finder } from './picture.ts'

/** SVG `<image>`, by `href` or the older `xlink:href`. */
export const findSvgImage: Finder = element => {
  if (element.localName !== 'image') return undefined
  const image = element as SVGImageElement
  if (!image.href?.baseVal) return undefined
  const url = URL.parse(image.href.baseVal, image.baseURI)?.href
  return url ? { key: url, url, drawable: image } : { skipped: 'not_loaded' }
}
