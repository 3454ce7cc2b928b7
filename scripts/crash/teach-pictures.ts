import { INFERENCE } from '../../src/messages/host-port.ts'
import type { Launched } from '../drive/launch.ts'
import { popupUrl } from '../drive/popup.ts'
import type { Fate } from './confirmed.ts'

/** Teaches one new picture after the other, as fast as possible, until the browser is killed. */
export async function teachPictures(
  { browser, extensionId }: Launched,
  confirm: (fate: Fate, id: string) => void,
): Promise<void> {
  const page = await browser.newPage()
  await page.goto(popupUrl(extensionId))
  await page.exposeFunction('confirmTaught', (id: string) => confirm('kept', id))
  await page.evaluate(teachForEver, INFERENCE)
}

/** Runs in a page of the extension. Has no named functions of its own: a page does not know what the compiler wraps these in. */
async function teachForEver(name: string): Promise<void> {
  const { confirmTaught } = globalThis as unknown as { confirmTaught(id: string): void }
  await chrome.runtime.sendMessage({ to: 'background', type: 'wake-host' })
  const port = chrome.runtime.connect({ name })
  let reply = Promise.withResolvers<string | undefined>()
  port.onMessage.addListener(message => {
    if (message.type === 'taught') reply.resolve(message.result.lesson)
  })
  const canvas = new OffscreenCanvas(224, 224)
  const context = canvas.getContext('2d')
  for (let id = 1; ; id++) {
    // No two are alike, because a picture that is taught again replaces its example.
    for (let x = 0; x < 224 && context; x += 32)
      for (let y = 0; y < 224; y += 32) {
        context.fillStyle = `hsl(${Math.random() * 360} 80% ${Math.random() * 100}%)`
        context.fillRect(x, y, 32, 32)
      }
    const bytes = await canvas.convertToBlob({ type: 'image/png' })
    reply = Promise.withResolvers()
    port.postMessage({ type: 'teach', id, source: { bytes }, said: id % 2 ? { label: 'Hat' } : { ownName: 'Kimono' } })
    const lesson = await reply.promise
    if (lesson) confirmTaught(lesson)
  }
}
