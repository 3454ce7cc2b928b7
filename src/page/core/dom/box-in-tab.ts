import { isUpright } from './is-upright.ts'
import { type Box, clippersOf, overlapOf, visiblePart } from './visible-box.ts'

/**
 * What of a box of this frame can be seen in the tab, in pixels of the tab's viewport; its width or height is negative
 * where that is nothing.
 * @returns undefined in a frame that is turned, and in one of another site, which is not told where it lies
 */
export function boxInTab(box: Box): Box | undefined {
  let seen = box
  for (let view: Window = window; view !== view.parent; view = view.parent) {
    const frame = view.frameElement
    if (!frame || !isUpright(frame)) return undefined
    const room = roomIn(frame)
    // Both zoom and transforms of the frame are in this.
    const [across, down] = [(room.right - room.left) / view.innerWidth, (room.bottom - room.top) / view.innerHeight]
    const shown = {
      left: room.left + seen.left * across,
      top: room.top + seen.top * down,
      right: room.left + seen.right * across,
      bottom: room.top + seen.bottom * down,
    }
    seen = overlapOf(overlapOf(shown, room), visiblePart(frame, clippersOf(frame)))
  }
  return seen
}

/** A frame's box without its border and padding. */
function roomIn(frame: Element): Box {
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
