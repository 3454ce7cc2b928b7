import { own } from '../dom/unclobbered.ts'
import { findCanvas } from './canvas.ts'
import { isUnderPicture } from './covered.ts'
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
export const MADE_FOR_PICTURES = 'img, input[type="image" i], image, canvas, video'

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
export function lookAt(element: Element): Picture | Skipped | undefined {
  let skipped: Skipped | undefined
  for (const [kind, found] of finds(element)) {
    if (!found) continue
    if (!('skipped' in found)) {
      if (isHidden(element)) return { skipped: 'hidden' }
      return isBehind(kind) && isUnderPicture(element) ? { skipped: 'covered' } : { element, kind, ...found }
    }
    skipped ??= found
    // It comes in a moment, and what is behind it until then is a placeholder.
    if (found.skipped === 'not_loaded' || found.skipped === 'moving') break
  }
  return skipped
}

function* finds(element: Element): Generator<[PictureKind, Shown | Skipped | undefined]> {
  const style = getComputedStyle(element)
  const box = () => ({ width: own(element).clientWidth, height: own(element).clientHeight })
  yield ['content', findContent(style, box)]
  const isMade = own(element).matches(MADE_FOR_PICTURES)
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
  return !own(element).checkVisibility({ visibilityProperty: true })
}
