import type { Failure } from '../../../apparel/failure.ts'
import { sendToBackground } from '../../../messages/send.ts'
import { type Box, overlapOf, shorterSideOf } from '../dom/box.ts'
import type { Overlay } from '../overlay/overlay.ts'

/** Minimum side of a crop. A smaller one does not show what is in the picture. */
const MIN_CROP_PX = 32

/**
 * The part of a box that a capture of the tab shows, in CSS pixels from the corner of the visual viewport.
 * @param box in pixels of the tab's viewport
 * @returns undefined if it is too small to tell what is in it
 */
export function cropOnScreen(box: Box): Box | undefined {
  const { x, y, width, height } = viewport()
  const visible = overlapOf(box, { left: x, top: y, right: x + width, bottom: y + height })
  if (shorterSideOf(visible) < MIN_CROP_PX) return undefined
  return { left: visible.left - x, top: visible.top - y, right: visible.right - x, bottom: visible.bottom - y }
}

/** Where a crop is, in pixels of the tab's viewport. */
export function boxOfCrop({ left, top, right, bottom }: Box): Box {
  const { x, y } = viewport()
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y }
}

/**
 * Captures a part of the tab, without the overlay.
 * @param crop of `cropOnScreen`
 * @returns a PNG; a Failure if the tab may not be captured
 * @throws Error if the extension context is stale
 */
export async function captureScreen(crop: Box, overlay: Overlay): Promise<Blob | Failure> {
  const { layoutWidth } = viewport()
  return overlay.whileHidden(() => sendToBackground('capture-visible-tab', { crop, layoutWidth }))
}

/** The tab's visual viewport, which differs from the layout viewport after a pinch, and its width including scrollbars. */
export function viewport(): { x: number; y: number; width: number; height: number; layoutWidth: number } {
  const { innerWidth, innerHeight, visualViewport } = top ?? window
  const layoutWidth = innerWidth / (visualViewport?.scale ?? 1)
  if (!visualViewport) return { x: 0, y: 0, width: innerWidth, height: innerHeight, layoutWidth }
  const { offsetLeft, offsetTop, width, height } = visualViewport
  return { x: offsetLeft, y: offsetTop, width, height, layoutWidth }
}
