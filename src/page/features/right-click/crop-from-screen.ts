import { captureScreen, cropOnScreen } from '../../core/answers/capture.ts'
import { areEqual, type Box, overlapOf } from '../../core/dom/box.ts'
import { clippersOf, visibleBoxOf } from '../../core/dom/clipping.ts'
import { createPictureMeter } from '../../core/dom/painted-picture.ts'
import { cutOffFixedLayers } from '../../core/overlay/occlusion/elements-above.ts'
import type { Overlay } from '../../core/overlay/overlay.ts'
import { boxInTab } from './box-in-tab.ts'

/**
 * Crops what can be seen of an element's picture from a capture of the tab: the last fallback, allowed after the user's
 * click.
 * @returns undefined if the tab may not be captured, too little of the picture is on screen, or it moves
 * @throws Error if the extension context is stale
 */
export async function cropFromScreen(element: Element, overlay: Overlay): Promise<Blob | undefined> {
  const crop = cropOf(element)
  if (!crop) return undefined
  const captured = await captureScreen(crop, overlay)
  const now = cropOf(element)
  return captured instanceof Blob && now && areEqual(crop, now) ? captured : undefined
}

/** The visible part of the picture, as a capture of the tab shows it; undefined if it is too small. */
function cropOf(element: Element): Box | undefined {
  const clipped = visibleBoxOf(element, clippersOf(element))
  const painted = element instanceof HTMLImageElement ? createPictureMeter(element)() : undefined
  const inFrame = painted ? overlapOf(clipped, overlapOf(painted.frame, painted.picture)) : clipped
  const box = boxInTab(cutOffFixedLayers(element, inFrame))
  return box && cropOnScreen(box)
}
