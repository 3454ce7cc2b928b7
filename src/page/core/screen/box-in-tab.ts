import { type Box, overlapOf } from '../dom/box.ts'
import { clippersOf, visibleBoxOf } from '../dom/clipping.ts'
import { isUpright } from '../dom/is-upright.ts'

/**
 * The part of this frame's box that is visible in the tab, in pixels of the tab's viewport; empty if nothing is.
 * @returns undefined in a rotated frame, and in a frame of another site, which cannot learn its position
 */
export function boxInTab(box: Box): Box | undefined {
  let seen = box
  for (let view: Window = window; view !== view.parent; view = view.parent) {
    const frame = view.frameElement
    if (!frame || !isUpright(frame)) return undefined
    const content = contentBoxOf(frame)
    // Includes both zoom and transforms of the frame.
    const scaleX = (content.right - content.left) / view.innerWidth
    const scaleY = (content.bottom - content.top) / view.innerHeight
    const inParent = {
      left: content.left + seen.left * scaleX,
      top: content.top + seen.top * scaleY,
      right: content.left + seen.right * scaleX,
      bottom: content.top + seen.bottom * scaleY,
    }
    seen = overlapOf(overlapOf(inParent, content), visibleBoxOf(frame, clippersOf(frame)))
  }
  return seen
}

/** A frame's box without its border and padding. */
function contentBoxOf(frame: Element): Box {
  const { left, top, width, height } = frame.getBoundingClientRect()
  const { offsetWidth, offsetHeight } = frame as HTMLElement
  const style = getComputedStyle(frame)
  const edge = (side: string) =>
    Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) +
    Number.parseFloat(style.getPropertyValue(`padding-${side}`))
  return {
    left: left + (edge('left') * width) / offsetWidth,
    top: top + (edge('top') * height) / offsetHeight,
    right: left + width - (edge('right') * width) / offsetWidth,
    bottom: top + height - (edge('bottom') * height) / offsetHeight,
  }
}
