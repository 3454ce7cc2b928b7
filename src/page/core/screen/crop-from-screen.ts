import { areEqual, type Box, overlapOf } from '../dom/box.ts'
import { clippersOf, visibleBoxOf } from '../dom/clipping.ts'
import { createPictureMeter } from '../dom/painted-picture.ts'
import { rectOf } from '../dom/unclobbered.ts'
import { cutOffFixedLayers } from '../overlay/occlusion/elements-above.ts'
import type { Overlay } from '../overlay/overlay.ts'
import { boxInTab } from './box-in-tab.ts'
import { captureScreen, cropOnScreen, viewport } from './capture.ts'

/** A crop of the screen that shows a picture. */
interface ScreenCrop {
  pixels: Blob
  /** The part of the element's box that it shows, as fractions of that; undefined in a frame, which may be scaled. */
  part: Box | undefined
}

/**
 * Crops what can be seen of an element's picture from a capture of the tab: the last fallback, allowed after the user's
 * click.
 * @returns undefined if the tab may not be captured, too little of the picture is on screen, or it moves
 * @throws Error if the extension context is stale
 */
export async function cropFromScreen(element: Element, overlay: Overlay): Promise<ScreenCrop | undefined> {
  const crop = cropOf(element)
  if (!crop) return undefined
  const captured = await captureScreen(crop, overlay)
  const now = cropOf(element)
  return captured instanceof Blob && now && areEqual(crop, now)
    ? { pixels: captured, part: window === top ? partOf(element, crop) : undefined }
    : undefined
}

function partOf(element: Element, crop: Box): Box {
  const { left, top, width, height } = rectOf(element)
  const { x, y } = viewport()
  return {
    left: (crop.left + x - left) / width,
    top: (crop.top + y - top) / height,
    right: (crop.right + x - left) / width,
    bottom: (crop.bottom + y - top) / height,
  }
}

/** The visible part of the picture, as a capture of the tab shows it; undefined if it is too small. */
function cropOf(element: Element): Box | undefined {
  const clipped = visibleBoxOf(element, clippersOf(element))
  const painted = element instanceof HTMLImageElement ? createPictureMeter(element)() : undefined
  const inFrame = painted ? overlapOf(clipped, overlapOf(painted.frame, painted.picture)) : clipped
  const box = boxInTab(cutOffFixedLayers(element, inFrame))
  return box && cropOnScreen(box)
}
