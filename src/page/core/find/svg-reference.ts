import { unclobbered } from '../dom/unclobbered.ts'
import type { Finder } from './picture.ts'
import { urlOfImage } from './svg-image.ts'

/** Images that an SVG only defines. What refers to them shows them. */
export const SHARED_IMAGE = ':is(defs, pattern, symbol, mask, filter) :is(image, feImage)'
const SHARED = 'defs *, pattern *, symbol *, mask *'

/** References may be nested, or form a loop. */
const MAX_DEPTH = 3

/**
 * A picture that an element shows by reference to a part of an SVG: `<use>` of a symbol, a fill with a pattern, a mask, or a
 * filter with `<feImage>`.
 */
export const findSvgReference: Finder = element => {
  const url = urlByReference(element, MAX_DEPTH)
  return url && !unclobbered(element).matches(SHARED) ? { key: url, url } : undefined
}

function urlByReference(element: Element, depth: number): string {
  const root = unclobbered(element).getRootNode() as Partial<Document>
  for (const id of depth > 0 ? referencesOf(element) : []) {
    const part = root.getElementById?.(id)
    for (const shown of part ? [part, ...part.querySelectorAll('image, feImage, use')] : []) {
      const url = shown.matches('image, feImage') ? urlOfImage(shown) : urlByReference(shown, depth - 1)
      if (url) return url
    }
  }
  return ''
}

/** The ids that an element refers to. */
function referencesOf(element: Element): string[] {
  const { fill, filter, maskImage } = getComputedStyle(element)
  const href = (element as Partial<SVGUseElement>).href?.baseVal
  const isSvg = 'ownerSVGElement' in element
  const references = [isSvg && href, isSvg && fill, filter, maskImage]
  return references.flatMap(
    text =>
      /^#(.+)|url\("#(.+?)"\)/
        .exec(text || '')
        ?.slice(1)
        .filter(Boolean) ?? [],
  )
}
