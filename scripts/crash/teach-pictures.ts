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
  await page.evaluate(startTeaching, INFERENCE)
}

/** Runs in a page of the extension. */
async function startTeaching(name: string): Promise<void> {
  const { confirmTaught } = globalThis as unknown as { confirmTaught(id: string): void }
  await chrome.runtime.sendMessage({ to: 'background', type: 'wake-host' })
  const port = chrome.runtime.connect({ name })
  const canvas = new OffscreenCanvas(224, 224)
  const context = canvas.getContext('2d')
  let count = 0
  const teach = async () => {
    // No two are alike, because a picture that is taught again replaces its example.
    for (let x = 0; x < 224 && context; x += 32)
      for (let y = 0; y < 224; y += 32) {
        context.fillStyle = `hsl(${Math.random() * 360} 80% ${Math.random() * 100}%)`
        context.fillRect(x, y, 32, 32)
      }
    const bytes = await canvas.convertToBlob({ type: 'image/png' })
    const said = count++ % 2 === 0 ? { label: 'Hat' } : { ownName: 'Kimono' }
    port.postMessage({ type: 'teach', id: count, source: { bytes }, said })
  }
  port.onMessage.addListener(message => {
    if (message.type !== 'taught') return
    if ('lesson' in message.result) confirmTaught(message.result.lesson)
    void teach()
  })
  await teach()
}
