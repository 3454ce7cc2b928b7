import type { Page } from 'puppeteer'
import type { TestShop } from '../../tests/shop/open-test-shop.ts'
import { garmentCodes, picturePath } from '../../tests/shop/pictures.ts'
import type { Launched } from '../drive/launch.ts'
import { switchOn } from '../drive/popup.ts'
import type { Fate } from './confirmed.ts'

/** Pictures on a page: more than can be looked at before the browser is killed. */
const PICTURES = 60

/**
 * Shows a page of new pictures on a site of its own and switches it on: the extension begins to keep tags of them.
 * @param round any number: each has its own pictures
 * @param confirm hears of each tag once that is confirmed, in the way in which the extension's pages do
 */
export async function keepFromShop(
  launched: Launched,
  shop: TestShop,
  round: number,
  confirm: (fate: Fate, id: string) => void,
): Promise<void> {
  await listen(launched, confirm)
  const pictures = Array.from({ length: PICTURES }, (_, i) => {
    const code = garmentCodes[i % garmentCodes.length] ?? '1f455'
    return `<img src="${picturePath(code, round * PICTURES + i)}">`
  })
  // A site of its own, so that it is off at first whatever the killed browser has still written of its settings.
  const page: Page = await launched.browser.newPage()
  const address = new URL(shop.page(pictures.join('')))
  await page.goto(`${shop.host(`round-${round}`)}${address.pathname}`)
  await switchOn(launched, page)
}

async function listen({ browser, extensionId }: Launched, confirm: (fate: Fate, id: string) => void): Promise<void> {
  const page = await browser.newPage()
  await page.goto(`chrome-extension://${extensionId}/icons/48.png`)
  await page.exposeFunction('confirmKept', (id: string) => confirm('kept', id))
  await page.evaluate(() => {
    const { confirmKept } = globalThis as unknown as { confirmKept(id: string): void }
    new BroadcastChannel('history').onmessage = ({ data }) => {
      if (data.type === 'saved') for (const id of data.ids) confirmKept(id)
    }
  })
}
