import type { Page } from 'puppeteer'
import type { Failure } from '../../src/apparel/failure.ts'
import type { PictureGarments } from '../../src/garments/picture-garments.ts'
import { type FromHost, INFERENCE, type ToHost } from '../../src/messages/host-port.ts'

/** How to search, beside the picture. */
type How = Omit<Extract<ToHost, { type: 'find-garments' }>, 'type' | 'id' | 'source'>

/**
 * Asks the inference host for the garments in a picture, over the same Port that pages use.
 * @param page any page of the extension
 * @param isDrawn whether to send the picture's pixels and not its URL
 */
export async function findGarments(
  page: Page,
  url: string,
  how: How = { priority: 'asked' },
  isDrawn = false,
): Promise<PictureGarments | Failure> {
  return page.evaluate(
    async (name, url, how, isDrawn) => {
      await chrome.runtime.sendMessage({ to: 'background', type: 'wake-host' })
      const port = chrome.runtime.connect({ name })
      const result = new Promise<PictureGarments | Failure>((resolve, reject) => {
        port.onDisconnect.addListener(() => reject(new Error('The inference host closed the Port.')))
        port.onMessage.addListener((message: FromHost) => {
          if (message.type === 'garments') resolve(message.result)
        })
      })
      port.postMessage({ type: 'find-garments', id: 1, source: isDrawn ? { pixels: await drawn() } : { url }, ...how })
      const garments = await result
      port.disconnect()
      return garments

      async function drawn() {
        const image = new Image()
        image.src = url
        await image.decode()
        const { naturalWidth: width, naturalHeight: height } = image
        const context = new OffscreenCanvas(width, height).getContext('2d')
        context?.drawImage(image, 0, 0)
        return { data: context?.getImageData(0, 0, width, height).data, width, height }
      }
    },
    INFERENCE,
    url,
    how,
    isDrawn,
  )
}
