/** Draws icons/<size>.png from the two drawings beside them. Run: npx tsx scripts/icons.ts */
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'

const folder = new URL('../icons/', import.meta.url)

for (const [drawing, width, sizes] of [
  ['icon-small.svg', 16, [16, 32]],
  ['icon.svg', 128, [48, 128]],
] as const) {
  const svg = await readFile(new URL(drawing, folder))
  for (const size of sizes) {
    // Render each at its own size: scaling a larger one down would blur edges that fall between pixels.
    const png = sharp(svg, { density: (72 * size) / width }).png({ compressionLevel: 9, palette: false })
    await png.toFile(new URL(`${size}.png`, folder).pathname)
  }
}
