import { unclobbered } from '../dom/unclobbered.ts'
import { findCanvas } from './canvas.ts'
import { isCoveredByPicture } from './covered-by-picture.ts'
import { findImg } from './img.ts'
import { findInput } from './input.ts'
import type { PictureKind } from './kinds.ts'
import type { Finder, Picture, Shown, Skipped } from './picture.ts'
import { findContent } from './style/content.ts'
import { findInStyle } from './style/in-style.ts'
import { findAfter, findBefore } from './style/pseudo.ts'
import { findSvgImage } from './svg-image.ts'
import { findVideo } from './video.ts'

/** Elements that are made to show a picture. All others may show one by their style. */
export const PICTURE_ELEMENTS = 'img, input[type="image" i], image, canvas, video'

const ofAll: [PictureKind, Finder][] = [
  ['after', findAfter],
  ['before', findBefore],
]
const ofMade: [PictureKind, Finder][] = [
  ['img', findImg],
  ['input', findInput],
  ['svg-image', findSvgImage],
  ['canvas', findCanvas],
  ['video', findVideo],
  ...ofAll,
]

/** The topmost picture that an element shows, else why what it shows is none to ask about, else undefined. */
export function findPicture(element: Element): Picture | Skipped | undefined {
  let skipped: Skipped | undefined
  for (const [kind, found] of finds(element)) {
    if (!found) continue
    if (!('skipped' in found)) {
      if (isHidden(element)) return { skipped: 'hidden' }
      return isBehind(kind) && isCoveredByPicture(element) ? { skipped: 'covered' } : { element, kind, ...found }
    }
    skipped ??= found
    // It comes in a moment, and what is behind it until then is a placeholder.
    if (found.skipped === 'not_loaded' || found.skipped === 'moving') break
  }
  return skipped
}

function* finds(element: Element): Generator<[PictureKind, Shown | Skipped | undefined]> {
  const style = getComputedStyle(element)
  const box = () => ({ width: unclobbered(element).clientWidth, height: unclobbered(element).clientHeight })
  yield ['content', findContent(style, box)]
  const isMade = unclobbered(element).matches(PICTURE_ELEMENTS)
  for (const [kind, find] of isMade ? ofMade : ofAll) yield [kind, find(element)]
  const styled = findInStyle(style, box)
  if (styled) yield [styled.kind, styled.found]
}

/** Painted below what is in the element. */
function isBehind(kind: PictureKind): boolean {
  return kind === 'background' || kind === 'border-image' || kind === 'before'
}

/** What is transparent counts as shown: the next slide of a carousel is answered before it fades in. */
function isHidden(element: Element): boolean {
  return !unclobbered(element).checkVisibility({ visibilityProperty: true })
}
