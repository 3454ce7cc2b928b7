import type { Page } from 'puppeteer'
import { picturePath } from '../../shop/pictures.ts'

const place = (left: number, src: string) =>
  `<img src="${src}" alt="" style="position: absolute; margin: 0; left: ${left}px; top: 200px; width: 200px">`

/** A T-shirt among shoes, at 300, 200, with a side of 200 pixels. */
export const shirtAmongShoes =
  place(300, picturePath('1f455', 60)) + place(100, picturePath('1f45f', 61)) + place(500, picturePath('1f45f', 61))

/** Waits until all pictures of a page are loaded. @returns the page */
export async function untilLoaded(page: Page): Promise<Page> {
  await page.waitForFunction(() => document.images.length > 0 && [...document.images].every(image => image.complete))
  return page
}

/** Drags over a region of a page. */
export async function drag(page: Page, fromX: number, fromY: number, toX: number, toY: number): Promise<void> {
  await page.mouse.move(fromX, fromY)
  await page.mouse.down()
  await page.mouse.move((fromX + toX) / 2, (fromY + toY) / 2)
  await page.mouse.move(toX, toY)
  await page.mouse.up()
}
