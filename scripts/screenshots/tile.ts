import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { emojiFile } from '../demo-shop/emoji-shelves.ts'
import { root } from '../paths.ts'

/** The size of the Chrome Web Store's small promotional tile, in pixels. */
const size = { width: 440, height: 280 }
/** A trainer, a T-shirt and jeans. */
const codes = ['1f45f', '1f455', '1f456']
/** The cards that hold them, and what surrounds the pictures. */
const CARD_PX = 116
const GAP_PX = 22
const PADDING_PX = 14
const CARDS_TOP_PX = 138
const ICON_PX = 64

/** Draws the tile: the icon above three garments. It has no words, because each store's page is in the visitor's language. */
export async function drawTile(): Promise<Sharp> {
  const lefts = codes.map(
    (_, i) => (size.width - codes.length * (CARD_PX + GAP_PX) + GAP_PX) / 2 + i * (CARD_PX + GAP_PX),
  )
  const card = (left: number) =>
    `<rect x="${left}" y="${CARDS_TOP_PX}" width="${CARD_PX}" height="${CARD_PX}" rx="14" fill="#f4f4f2"/>`
  const ground = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">
    <linearGradient id="g" x2="1" y2="1"><stop stop-color="#d9efeb"/><stop offset="1" stop-color="#0e8274"/></linearGradient>
    <rect width="100%" height="100%" fill="url(#g)"/>
    <circle cx="${size.width / 2}" cy="72" r="52" fill="#fff"/>${lefts.map(card).join('')}</svg>`
  const icon = await sharp(await readFile(join(root, 'icons/icon.svg')), { density: 144 })
    .resize(ICON_PX)
    .toBuffer()
  const side = CARD_PX - 2 * PADDING_PX
  const pictures = await Promise.all(
    codes.map(async (code, i) => ({
      input: await sharp(emojiFile(code)).resize(side, side).png().toBuffer(),
      left: (lefts[i] ?? 0) + PADDING_PX,
      top: CARDS_TOP_PX + PADDING_PX,
    })),
  )
  const above = { input: icon, left: (size.width - ICON_PX) / 2, top: 72 - ICON_PX / 2 }
  return sharp(
    await sharp(Buffer.from(ground))
      .composite([above, ...pictures])
      .png()
      .toBuffer(),
  ).removeAlpha()
}
