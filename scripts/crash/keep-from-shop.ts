import type { Page } from 'puppeteer'
import type { TestShop } from '../../tests/shop/open-test-shop.ts'
import { garmentCodes, picturePath } from '../../tests/shop/pictures.ts'
import type { Launched } from '../drive/launch.ts'
import { switchOn } from '../drive/popup.ts'
import type { Fate } from './confirmed.ts'

/** More pictures than the extension can process before the browser is killed. */
const PICTURES = 60
/** Loading the shop starts the extension's work on it, which a busy machine delays. */
const LOAD_TIMEOUT_MS = 90_000

/**
 * Opens a page of new pictures on a new site and switches it on, so that the extension starts to save tags.
 * @param round any number: each has its own pictures
 * @param confirm called once for each confirmed tag, which it learns of as the extension's pages do
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
  // A new site is off at first, whatever the killed browser saved of its settings.
  const page: Page = await launched.browser.newPage()
  const address = new URL(shop.page(pictures.join('')))
  await page.goto(`${shop.host(`round-${round}`)}${address.pathname}`, { timeout: LOAD_TIMEOUT_MS })
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
