import browser from 'webextension-polyfill'
import { cleanAddresses } from '../addresses/clean-address.ts'
import type { Failure } from '../apparel/failure.ts'
import type { Edges } from '../messages/background.ts'

/**
 * Captures a part of the sender's tab, so that the page's process gets no more than that.
 * @param part as in the message
 * @returns a PNG; a Failure where `activeTab` does not allow it, because the user has not clicked
 */
export async function captureVisibleTab(
  { crop, layoutWidth }: { crop: Edges; layoutWidth: number },
  sender: browser.Runtime.MessageSender,
): Promise<Blob | Failure> {
  try {
    // The browser captures the tab in front, which must still be the sender's.
    const { active } = await browser.tabs.get(sender.tab?.id ?? browser.tabs.TAB_ID_NONE)
    if (!active) return { failure: 'unreachable' }
    const captured = await browser.tabs.captureVisibleTab(sender.tab?.windowId, { format: 'png' })
    const tab = await createImageBitmap(await (await fetch(captured)).blob())
    // The capture is in device pixels, whatever the zoom and the pixel ratio.
    return await cut(tab, crop, tab.width / layoutWidth)
  } catch (error) {
    // The browser names the page's address.
    return { failure: 'unreachable', detail: cleanAddresses(error instanceof Error ? error.message : String(error)) }
  }
}

async function cut(tab: ImageBitmap, { left, top, right, bottom }: Edges, scale: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(Math.round((right - left) * scale), Math.round((bottom - top) * scale))
  canvas.getContext('2d')?.drawImage(tab, -left * scale, -top * scale)
  tab.close()
  return canvas.convertToBlob()
}
