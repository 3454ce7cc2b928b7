import { unclobbered } from '../dom/unclobbered.ts'
import { findCanvas } from './canvas.ts'
import { isCoveredByPicture } from './covered-by-picture.ts'
import { findImg } from './img.ts'
import { findInput } from './input.ts'
import type { PictureKind } from './kinds.ts'
import { findObject } from './object.ts'
import type { Finder, FoundPicture, Picture, Skipped } from './picture.ts'
import { findContent } from './style/content.ts'
import { findInStyle } from './style/in-style.ts'
import { findAfter, findBefore } from './style/pseudo.ts'
import { findSvgImage } from './svg-image.ts'
import { findSvgReference, SHARED_IMAGE } from './svg-reference.ts'
import { findVideo } from './video.ts'

/** Elements made to show a picture. Any other element may show one by its style. */
export const PICTURE_ELEMENTS = `img, input[type="image" i], image:not(${SHARED_IMAGE}), canvas, video, object, embed`

const pseudoFinders: [PictureKind, Finder][] = [
  ['after', findAfter],
  ['before', findBefore],
]
const elementFinders: [PictureKind, Finder][] = [
  ['img', findImg],
  ['input', findInput],
  ['svg-image', findSvgImage],
  ['object', findObject],
  ['canvas', findCanvas],
  ['video', findVideo],
  ...pseudoFinders,
]

const PICTURE_NAMES = /^(?:img|input|image|canvas|video|object|embed)$/

/** Whether an element is one of them. Checks its name first, because this is asked of every element of a page. */
export function isPictureElement(element: Element): boolean {
  return PICTURE_NAMES.test(element.localName) && element.matches(PICTURE_ELEMENTS)
}

/** The topmost picture that an element shows, or why it is skipped; undefined if nothing looks like a picture. */
export function findPicture(element: Element): Picture | Skipped | undefined {
  let skipped: Skipped | undefined
  for (const [kind, found] of candidates(element)) {
    if (!found) continue
    if (!('skipped' in found)) {
      if (isHidden(element)) return { skipped: 'hidden' }
      return isBehindContent(kind) && isCoveredByPicture(element) ? { skipped: 'covered' } : { element, kind, ...found }
    }
    skipped ??= found
    // The picture is still loading, and what shows behind it is a placeholder.
    if (found.skipped === 'not_loaded' || found.skipped === 'moving') break
  }
  return skipped
}

/** Lazily, from the top down, because each costs time. */
function* candidates(element: Element): Generator<[PictureKind, FoundPicture | Skipped | undefined]> {
  const style = getComputedStyle(element)
  const size = () => ({ width: unclobbered(element).clientWidth, height: unclobbered(element).clientHeight })
  yield ['content', findContent(style, size)]
  const finders = isPictureElement(element) ? elementFinders : pseudoFinders
  for (const [kind, find] of finders) yield [kind, find(element)]
  const styled = findInStyle(style, size)
  if (styled) yield [styled.kind, styled.found]
  yield ['svg-reference', findSvgReference(element, style)]
}

/** Painted below the content of the element. */
function isBehindContent(kind: PictureKind): boolean {
  return kind === 'background' || kind === 'border-image' || kind === 'before'
}

/** Transparent elements count as shown: the next slide of a carousel is answered before it fades in. */
function isHidden(element: Element): boolean {
  return !unclobbered(element).checkVisibility({ visibilityProperty: true })
}
