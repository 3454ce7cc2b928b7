import browser from 'webextension-polyfill'
import type { ToBackground } from '../messages.ts'
import type { Overlay } from './overlay.ts'

/** A cut smaller than this says nothing about the picture. CSS pixels. */
const MIN_CUT = 32

/**
 * Cuts the visible part of an element out of a picture of the tab: the last resort, allowed after the person's click.
 * @returns undefined where the tab may not be captured, or too little of the element is on screen
 */
export async function cutFromScreen(element: Element, overlay: Overlay): Promise<Blob | undefined> {
  // A frame does not know where on the tab it lies.
  if (window !== window.top) return undefined
  const { left, top, right, bottom } = element.getBoundingClientRect()
  const [x, y] = [Math.max(0, left), Math.max(0, top)]
  const [width, height] = [Math.min(innerWidth, right) - x, Math.min(innerHeight, bottom) - y]
  if (Math.min(width, height) < MIN_CUT) return undefined

  const captured = await overlay.whileHidden(() =>
    browser.runtime.sendMessage({ to: 'background', type: 'capture-visible-tab' } satisfies ToBackground),
  )
  if (typeof captured !== 'string') return undefined
  const tab = await createImageBitmap(await (await fetch(captured)).blob())
  // The capture is in device pixels, whatever zoom and pixel ratio.
  const scale = (tab.width / innerWidth) * (visualViewport?.scale ?? 1)
  const [dx, dy] = [visualViewport?.offsetLeft ?? 0, visualViewport?.offsetTop ?? 0]
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale))
  canvas.getContext('2d')?.drawImage(tab, -(x - dx) * scale, -(y - dy) * scale)
  tab.close()
  return canvas.convertToBlob()
}
