import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import sharp, { type Sharp } from 'sharp'
import { eventually } from '../drive/eventually.ts'
import { readBadges } from '../drive/overlay.ts'
import { root } from '../paths.ts'

/** The size of the Chrome Web Store's small promotional tile, in pixels. */
const size = { width: 440, height: 280 }
/** Which of the shop's pictures: a trainer, a T-shirt and jeans. */
const PICTURES = [2, 0, 1]
const STYLE = `
  body { margin: 0; height: 100vh; background: linear-gradient(160deg, #12907f, #0a5a51); display: flex; flex-direction: column;
    align-items: center; justify-content: center; gap: 22px }
  h1 { margin: 0; display: flex; align-items: center; gap: 12px; font: 600 30px system-ui, sans-serif; color: #fff }
  h1 span { display: flex; padding: 7px; border-radius: 14px; background: #fff }
  svg { width: 40px; height: 40px }
  div { display: flex; gap: 14px }
  img { box-sizing: border-box; width: 122px; height: 132px; padding: 30px 10px 10px; border-radius: 12px; background: #f4f4f2;
    object-fit: contain }
`

/** Turns the shop's page into the tile: the icon, and garments of the shop with the extension's own badges. */
export async function takeTile(shop: Page): Promise<Sharp> {
  await shop.bringToFront()
  await shop.setViewport(size)
  const icon = await readFile(join(root, 'icons/icon.svg'), 'utf8')
  const urls = await shop.$$eval('img', images => images.map(image => image.currentSrc))
  const pictures = PICTURES.map(index => `<img src="${urls[index]}" alt="">`)
  // The document stays, because the extension's overlay belongs to it.
  await shop.evaluate(
    (style, body) => {
      document.head.innerHTML = style
      document.body.innerHTML = body
    },
    `<style>${STYLE}</style>`,
    `<h1><span>${icon}</span>Apparel Lens</h1><div>${pictures.join('')}</div>`,
  )
  await eventually(
    () => readBadges(shop),
    badges => badges.length === PICTURES.length,
  )
  return sharp(await shop.screenshot()).removeAlpha()
}
