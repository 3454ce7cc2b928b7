/** Draws icons/<size>.png from icons/icon.svg. Run: npx tsx scripts/icons.ts */
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'

const folder = new URL('../icons/', import.meta.url)
const svg = await readFile(new URL('icon.svg', folder))

for (const size of [16, 32, 48, 128]) {
  // Rendered at four times the size first: librsvg's own edges at 16 px are coarser than a downscale.
  const large = await sharp(svg, { density: (72 * 4 * size) / 128 })
    .png()
    .toBuffer()
  const png = await sharp(large).resize(size, size).png({ compressionLevel: 9, palette: false }).toBuffer()
  await sharp(png).toFile(new URL(`${size}.png`, folder).pathname)
}
