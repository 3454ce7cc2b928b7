import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { emojiFile } from '../../scripts/demo-shop/emoji-shelves.ts'
import { onGround } from '../../scripts/demo-shop/pictures.ts'
import { garmentCodes } from '../../tests/shop/pictures.ts'
import { addTexture } from '../classify/draw-photos.ts'

const SIDE_PX = 1000
const GROUNDS = ['#c8c0b4', '#8fa3ad']

/**
 * JPEGs of 1000 × 1000 px with as much detail as photographs have, about 0.2 bytes per pixel.
 * @param folder of JPEGs to scale to that size; without it, garments that the network recognises are drawn
 */
export async function photographs(folder?: string): Promise<Buffer[]> {
  const pictures = folder
    ? (await readdir(folder)).filter(name => /\.jpe?g$/i.test(name)).map(name => readFile(join(folder, name)))
    : GROUNDS.flatMap(ground => garmentCodes.map(code => onGround(emojiFile(code), ground, SIDE_PX)))
  return addTexture(await Promise.all(pictures.map(async picture => toPixels(await picture))), SIDE_PX)
}

async function toPixels(file: Uint8Array): Promise<Uint8Array> {
  return sharp(file).resize(SIDE_PX, SIDE_PX, { fit: 'cover' }).toColourspace('srgb').removeAlpha().raw().toBuffer()
}
