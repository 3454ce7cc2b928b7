import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import sharp, { type Sharp } from 'sharp'
import { emojiFile } from '../demo-shop/emoji-shelves.ts'
import { eventually } from '../drive/eventually.ts'
import { readBadges } from '../drive/overlay.ts'
import { root } from '../paths.ts'

/** The size of the Chrome Web Store's small promotional tile, in pixels. */
const size = { width: 440, height: 280 }
/** A trainer, a T-shirt and sunglasses. */
const codes = ['1f45f', '1f455', '1f576-fe0f']

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

/** Draws the tile on a page of a switched-on site: the icon, and garments with the extension's own badges. */
export async function takeTile(page: Page): Promise<Sharp> {
  await page.bringToFront()
  await page.setViewport(size)
  const icon = await readFile(join(root, 'icons/icon.svg'), 'utf8')
  const pictures = await Promise.all(codes.map(asDataUrl))
  // The document stays, because the extension's overlay belongs to it.
  await page.evaluate(
    (style, body) => {
      document.head.innerHTML = style
      document.body.innerHTML = body
    },
    `<style>${STYLE}</style>`,
    `<h1><span>${icon}</span>Apparel Lens</h1><div>${pictures.map(url => `<img src="${url}" alt="">`).join('')}</div>`,
  )
  await eventually(
    () => readBadges(page),
    badges => badges.length === codes.length,
  )
  return sharp(await page.screenshot()).removeAlpha()
}

async function asDataUrl(code: string): Promise<string> {
  return `data:image/webp;base64,${(await readFile(emojiFile(code))).toString('base64')}`
}
