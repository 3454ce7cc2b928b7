import sharp, { type Sharp } from 'sharp'
import { drawFormat } from '../../../tests/shop/formats.ts'
import { drawPicture } from '../../../tests/shop/pictures.ts'
import type { Format } from './formats.ts'

/** Small, so that thousands can be decoded. */
const SIDE = 96

export type BasePictures = Record<Format, Uint8Array[]>

/** Draws intact pictures of each format, in the variants that decoders treat differently. */
export async function drawBasePictures(): Promise<BasePictures> {
  const [tee, cat, shoes, jacket] = await Promise.all(
    ['1f455', '1f408', '1f45f', '1f9e5'].map(async code => {
      const picture = sharp(await drawPicture(code, 0)).resize(SIDE, SIDE)
      return picture.png().toBuffer()
    }),
  )
  const draw = (from: Buffer | undefined, encode: (picture: Sharp) => Sharp) => encode(sharp(from)).toBuffer()
  const film = (encode: (picture: Sharp) => Sharp) =>
    encode(sharp([tee, cat, shoes] as Buffer[], { join: { animated: true } })).toBuffer()
  const faint = (picture: Sharp) => picture.ensureAlpha(0.5)
  const bytesOf = async (name: Format, code: string) => (await drawFormat(name, code, 0)).bytes
  const files: Record<Format, Promise<Uint8Array>[]> = {
    jpeg: [
      draw(tee, picture => picture.jpeg()),
      draw(shoes, picture => picture.jpeg({ chromaSubsampling: '4:4:4' })),
      draw(jacket, picture => picture.jpeg({ progressive: true })),
      draw(cat, picture => picture.grayscale().jpeg()),
      draw(tee, picture => picture.toColourspace('cmyk').jpeg()),
      draw(shoes, picture => picture.withMetadata({ orientation: 6 }).jpeg()),
    ],
    png: [
      draw(jacket, picture => picture.png()),
      draw(tee, picture => picture.png({ palette: true })),
      draw(cat, picture => picture.png({ progressive: true })),
      draw(shoes, picture => picture.toColourspace('rgb16').png()),
      draw(tee, picture => faint(picture).png()),
    ],
    webp: [
      draw(tee, picture => picture.webp()),
      draw(shoes, picture => picture.webp({ lossless: true })),
      draw(cat, picture => faint(picture).webp()),
      film(picture => picture.webp()),
    ],
    avif: [
      draw(jacket, picture => picture.avif({ effort: 0 })),
      draw(tee, picture => picture.avif({ effort: 0, chromaSubsampling: '4:2:0' })),
      draw(cat, picture => faint(picture).avif({ effort: 0 })),
    ],
    gif: [draw(shoes, picture => picture.gif()), film(picture => picture.gif())],
    svg: [bytesOf('svg', '1f455'), Promise.resolve(Buffer.from(drawing))],
    ico: [bytesOf('ico', '1f455'), bitmapIcon(shoes)],
  }
  const drawn = Object.entries(files).map(async ([name, all]) => [name, await Promise.all(all)] as const)
  return Object.fromEntries(await Promise.all(drawn)) as BasePictures
}

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0 0 96 96">
<defs><linearGradient id="g"><stop stop-color="#247"/><stop offset="1" stop-color="#59c"/></linearGradient></defs>
<path fill="url(#g)" d="M30 10h36l26 18-12 16-12-7v50H28V37l-12 7L4 28z"/><text x="36" y="60" font-size="9">Tee</text></svg>`

/** An ICO whose picture is a bitmap of 32 bits per pixel and no file of its own. */
async function bitmapIcon(picture: Buffer | undefined): Promise<Uint8Array> {
  const side = 64
  const pixels = await sharp(picture).resize(side, side).flip().ensureAlpha().raw().toBuffer()
  for (let i = 0; i < pixels.length; i += 4) [pixels[i], pixels[i + 2]] = [pixels[i + 2] ?? 0, pixels[i] ?? 0]
  const mask = Buffer.alloc((side * side) / 8)
  const header = Buffer.alloc(62)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(1, 4)
  header.set([side, side], 6)
  header.writeUInt16LE(1, 10)
  header.writeUInt16LE(32, 12)
  header.writeUInt32LE(40 + pixels.length + mask.length, 14)
  header.writeUInt32LE(22, 18)
  header.writeUInt32LE(40, 22)
  header.writeInt32LE(side, 26)
  // The height counts the mask too.
  header.writeInt32LE(2 * side, 30)
  header.writeUInt16LE(1, 34)
  header.writeUInt16LE(32, 36)
  return Buffer.concat([header, pixels, mask])
}
