import browser from 'webextension-polyfill'
import type { ToBackground } from '../../../messages/background.ts'
import { boxInTab } from '../dom/box-in-tab.ts'
import { measurePainted } from '../dom/painted-picture.ts'
import { type Box, clippersOf, overlapOf, visiblePart } from '../dom/visible-box.ts'
import { uncovered } from '../overlay/occlusion/elements-above.ts'
import type { Overlay } from '../overlay/overlay.ts'

/** A cut smaller than this says nothing about the picture. CSS pixels. */
const MIN_CUT = 32

/**
 * Cuts what can be seen of an element's picture out of a picture of the tab: the last resort, allowed after the person's
 * click.
 * @returns undefined where the tab may not be captured, too little of the picture is on screen, or it moves
 */
export async function cropFromScreen(element: Element, overlay: Overlay): Promise<Blob | undefined> {
  const cut = cutOf(element)
  if (!cut) return undefined
  const captured = await overlay.whileHidden(() =>
    browser.runtime.sendMessage({ to: 'background', type: 'capture-visible-tab' } satisfies ToBackground),
  )
  if (typeof captured !== 'string' || !isSame(cut, cutOf(element))) return undefined
  const tab = await createImageBitmap(await (await fetch(captured)).blob())
  // The capture is in device pixels, whatever zoom and pixel ratio.
  const scale = tab.width / viewport().room
  const canvas = new OffscreenCanvas(
    Math.round((cut.right - cut.left) * scale),
    Math.round((cut.bottom - cut.top) * scale),
  )
  canvas.getContext('2d')?.drawImage(tab, -cut.left * scale, -cut.top * scale)
  tab.close()
  return canvas.convertToBlob()
}

/** What can be seen of the picture, in CSS pixels from the corner of what the tab shows; undefined if it is too little. */
function cutOf(element: Element): Box | undefined {
  const whole = visiblePart(element, clippersOf(element))
  const painted = element instanceof HTMLImageElement ? measurePainted(element)() : undefined
  const inFrame = painted ? overlapOf(whole, overlapOf(painted.frame, painted.picture)) : whole
  const box = boxInTab(uncovered(element, inFrame))
  if (!box) return undefined
  const { x, y, width, height } = viewport()
  const { left, top, right, bottom } = overlapOf(box, { left: x, top: y, right: x + width, bottom: y + height })
  if (Math.min(right - left, bottom - top) < MIN_CUT) return undefined
  return { left: left - x, top: top - y, right: right - x, bottom: bottom - y }
}

/** The part of the tab's viewport that is shown, after a pinch, and how much room it has in the tab with its scrollbar. */
function viewport(): { x: number; y: number; width: number; height: number; room: number } {
  const { innerWidth, innerHeight, visualViewport: shown } = top ?? window
  const room = innerWidth / (shown?.scale ?? 1)
  if (!shown) return { x: 0, y: 0, width: innerWidth, height: innerHeight, room }
  return { x: shown.offsetLeft, y: shown.offsetTop, width: shown.width, height: shown.height, room }
}

function isSame(box: Box, other: Box | undefined): boolean {
  return other?.left === box.left && other.top === box.top && other.right === box.right && other.bottom === box.bottom
}
