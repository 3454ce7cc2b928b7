import sharp, { type Sharp } from 'sharp'

/** Distance from the window's edge, as in browsers. */
const MARGIN_PX = 20
const CORNER_RADIUS_PX = 10

/** Composes screenshots of a page and of the popup, because one screenshot cannot show both. */
export async function overPage(page: Sharp, popup: Sharp): Promise<Sharp> {
  const { width = 0, height = 0 } = await page.metadata()
  const { width: popupWidth = 0, height: popupHeight = 0 } = await popup.metadata()
  const left = width - popupWidth - MARGIN_PX
  const top = MARGIN_PX
  const rect = (more: string) =>
    `<rect width="${popupWidth}" height="${popupHeight}" rx="${CORNER_RADIUS_PX}" ${more}/>`
  const shadow = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <filter id="soft" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="18"/></filter>
    <rect width="${width}" height="${height}" fill="#16201e" opacity="0.12"/>
    <g transform="translate(${left} ${top + 8})">${rect('fill="#000" opacity="0.4" filter="url(#soft)"')}</g>
  </svg>`
  const window = `<svg xmlns="http://www.w3.org/2000/svg" width="${popupWidth}" height="${popupHeight}">${rect('')}</svg>`
  const rounded = await popup
    .composite([{ input: Buffer.from(window), blend: 'dest-in' }])
    .png()
    .toBuffer()
  const composed = page.composite([{ input: Buffer.from(shadow) }, { input: rounded, left, top }])
  return sharp(await composed.png().toBuffer())
}
