import type { Page } from 'puppeteer'
import sharp, { type Sharp } from 'sharp'
import { eventually } from '../drive/eventually.ts'
import type { Launched } from '../drive/launch.ts'
import { readBadges } from '../drive/overlay.ts'
import { switchOn } from '../drive/popup.ts'
import { showWholePage } from '../shown-pictures.ts'

/** The size that the store requires, in pixels. */
const size = { width: 1280, height: 800 }

/** A browser with the extension, and a shop on which every picture has been answered. */
export interface Gallery {
  launched: Launched
  shop: Page
}

/** Opens the shop, switches badges on, and waits until every picture has been answered. */
export async function openGallery(launched: Launched, url: string): Promise<Gallery> {
  const shop = await launched.browser.newPage()
  await shop.setViewport(size)
  await shop.goto(url)
  await switchOn(launched, shop)
  await showWholePage(shop)
  await settled(shop)
  await shop.setViewport(size)
  return { launched, shop }
}

/** Resolves when no new badge has appeared for 3 s. */
async function settled(shop: Page): Promise<void> {
  let before = -1
  let quietSince = performance.now()
  await eventually(
    async () => {
      const { length } = await readBadges(shop)
      if (length !== before) quietSince = performance.now()
      before = length
      return length
    },
    length => length > 0 && performance.now() - quietSince > 3000,
    120_000,
  )
}

/** Opens a page of the extension at the screenshots' size. */
export async function openOwn({ launched }: Gallery, name: string): Promise<Page> {
  const page = await launched.browser.newPage()
  await page.setViewport(size)
  await page.goto(`chrome-extension://${launched.extensionId}/src/${name}/index.html`)
  await page.bringToFront()
  return page
}

/** Takes a screenshot of a page once its animations have finished. */
export async function pictureOf(page: Page): Promise<Sharp> {
  await page.evaluate(async () => {
    await Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => {})))
  })
  return sharp(await page.screenshot())
}
