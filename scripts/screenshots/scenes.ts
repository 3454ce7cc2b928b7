import type { Sharp } from 'sharp'
import { answerOf, choose } from '../drive/context-menu.ts'
import { eventually } from '../drive/eventually.ts'
import { pressWhy, readHeat } from '../drive/overlay.ts'
import { openPopup } from '../drive/popup.ts'
import { chooseWorn, listedGarments, readMarks } from '../drive/worn.ts'
import { type Gallery, openOwn, pictureOf } from './gallery.ts'
import { overPage } from './over-page.ts'

/** The screenshots in their order. The Chrome Web Store accepts five at most. */
export const scenes: Record<string, (gallery: Gallery) => Promise<Sharp>> = {
  badges: async ({ shop }) => {
    await shop.bringToFront()
    await shop.evaluate(() => scrollTo(0, 0))
    return pictureOf(shop)
  },

  'right-click': async ({ launched, shop }) => {
    const jeans = await shop.$$eval('img', images => images[1]?.currentSrc ?? '')
    await choose(launched, shop, jeans)
    await answerOf(shop)
    await pressWhy(shop)
    await eventually(
      () => readHeat(shop),
      heat => heat.length === 1,
    )
    const picture = await pictureOf(shop)
    await shop.keyboard.press('Escape')
    return picture
  },

  popup: async ({ launched, shop }) => {
    await shop.evaluate(() => scrollTo(0, 0))
    const page = await pictureOf(shop)
    const popup = await openPopup(launched, shop)
    await popup.waitForSelector('[data-state="ready"]')
    await popup.waitForFunction(() => [...document.images].every(image => image.complete && image.naturalWidth > 0))
    const picture = await overPage(page, await pictureOf(popup))
    await popup.close()
    return picture
  },

  history: async gallery => {
    const page = await openOwn(gallery, 'history-page')
    await page.waitForSelector('.cell img')
    await page.waitForFunction(() => [...document.images].every(image => image.complete && image.naturalWidth > 0))
    return pictureOf(page)
  },

  outfit: async ({ launched, shop }) => {
    await shop.bringToFront()
    // The last, beside which there is room for the card.
    const look = await shop.$eval('.looks a:last-child img', image => {
      image.scrollIntoView({ block: 'center' })
      return image.currentSrc
    })
    await chooseWorn(launched, shop, look)
    const { length } = await listedGarments(shop)
    await eventually(
      () => readMarks(shop),
      ({ labels }) => labels.length === length,
    )
    const picture = await pictureOf(shop)
    await shop.keyboard.press('Escape')
    return picture
  },
}
