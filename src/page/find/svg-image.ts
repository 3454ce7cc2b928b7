import type { Finder } from './picture.ts'

/** SVG `<image>`, by `href` or the older `xlink:href`. */
export const findSvgImage: Finder = element => {
  if (!(element instanceof SVGImageElement) || !element.href.baseVal) return undefined
  const url = URL.parse(element.href.baseVal, element.baseURI)?.href
  return url ? { key: url, url, drawable: element } : { skipped: 'not_loaded' }
}
