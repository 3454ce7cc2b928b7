import { HTML } from '../dom/create-element.ts'
import { unclobbered } from '../dom/unclobbered.ts'
import type { FoundPicture } from './picture.ts'
import { urlOfImage } from './svg-image.ts'

/** Images that an SVG only defines. What refers to them shows them. */
export const SHARED_IMAGE = ':is(defs, pattern, symbol, mask, filter) :is(image, feImage)'
const SHARED = 'defs *, pattern *, symbol *, mask *'

const REFERENCE = /^#(.+)|url\("#(.+?)"\)/

/** References may be nested, or form a loop. */
const MAX_DEPTH = 3

/**
 * A picture that an element shows by reference to a part of an SVG: `<use>` of a symbol, a fill with a pattern, a mask, or a
 * filter with `<feImage>`.
 * @param style the element's own
 */
export function findSvgReference(element: Element, style: CSSStyleDeclaration): FoundPicture | undefined {
  const url = urlByReference(element, style, MAX_DEPTH)
  return url && !unclobbered(element).matches(SHARED) ? { key: url, url } : undefined
}

function urlByReference(element: Element, style: CSSStyleDeclaration, depth: number): string {
  for (const id of depth > 0 ? referencesOf(element, style) : []) {
    const root = unclobbered(element).getRootNode() as Partial<Document>
    const part = root.getElementById?.(id)
    for (const shown of part ? [part, ...part.querySelectorAll('image, feImage, use')] : []) {
      const url = shown.matches('image, feImage')
        ? urlOfImage(shown)
        : urlByReference(shown, getComputedStyle(shown), depth - 1)
      if (url) return url
    }
  }
  return ''
}

/** The ids that an element refers to. */
function referencesOf(element: Element, style: CSSStyleDeclaration): string[] {
  const references = [style.filter, style.maskImage]
  // Not asked of HTML, because Firefox takes long to find that something is missing.
  if (element.namespaceURI !== HTML)
    references.unshift((element as Partial<SVGUseElement>).href?.baseVal ?? '', style.fill)
  return references.flatMap(text => (text.includes('#') && REFERENCE.exec(text)?.slice(1).filter(Boolean)) || [])
}
