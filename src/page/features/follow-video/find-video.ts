import { areaOf, overlapOf } from '../../core/dom/box.ts'
import { isHtmlElement } from '../../core/dom/element-type.ts'
import { shadowRootOf } from '../../core/dom/shadow-root.ts'
import { rectOf } from '../../core/dom/unclobbered.ts'

/**
 * Finds the video that the user means: the one that was clicked, else the one that shows most on the screen, one that plays before
 * all that do not.
 * @param clicked the elements at the click, top to bottom
 */
export function findVideo(clicked: readonly Element[]): HTMLVideoElement | undefined {
  const at = clicked.filter(isVideo).find(video => video.isConnected)
  if (at) return at
  const seen = videosIn(document).filter(video => seenArea(video) > 0)
  return seen.sort((a, b) => Number(a.paused) - Number(b.paused) || seenArea(b) - seenArea(a))[0]
}

/** Traverses the whole page, which only the user's request justifies. */
function videosIn(root: Document | ShadowRoot): HTMLVideoElement[] {
  return [...root.querySelectorAll('*')].flatMap(element => {
    if (isVideo(element)) return [element]
    const inner = shadowRootOf(element)
    return inner ? videosIn(inner) : []
  })
}

function isVideo(element: Element): element is HTMLVideoElement {
  return isHtmlElement(element, 'video')
}

/** Square pixels on the screen. */
function seenArea(video: HTMLVideoElement): number {
  return areaOf(overlapOf(rectOf(video), { left: 0, top: 0, right: innerWidth, bottom: innerHeight }))
}
