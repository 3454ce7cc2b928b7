import sharp from 'sharp'
import { emojiFile } from '../../scripts/demo-shop/emoji-shelves.ts'
import { onGround } from '../../scripts/demo-shop/pictures.ts'
import type { Garment } from '../../src/apparel/classes.ts'
import { createDrawOnce } from './draw-once.ts'

/** Unmistakable pictures of garments, by the code point of their emoji. */
export const garmentPictures = {
  '1f455': 'T-Shirt',
  '1f456': 'Trouser',
  '1f45f': 'Shoes',
  '1f576-fe0f': 'Goggles',
  '1f9e5': 'Jacket',
  '1fa73': 'Shorts',
} as const satisfies Record<string, Garment>

/** Code points of those pictures. */
export const garmentCodes = Object.keys(garmentPictures) as (keyof typeof garmentPictures)[]

/** Pictures of none of the ten classes: a cat, a guitar, a house, a handbag. */
export const otherCodes = ['1f408', '1f3b8', '1f3e0', '1f45c'] as const

/**
 * Path of a picture in the test shop.
 * @param variant any number. Each gives another file, so that no answer comes from the cache of an earlier test
 */
export function picturePath(code: string, variant = 0): string {
  return `/picture/${code}/${variant}`
}

const drawOnce = createDrawOnce<Uint8Array>()

/** The picture at that path as a JPEG of about 320 px, cached. */
export function drawPicture(code: string, variant: number): Promise<Uint8Array> {
  const shade = (0xff - (variant % 8)).toString(16)
  return drawOnce(picturePath(code, variant), () =>
    onGround(emojiFile(code), `#${shade}${shade}${shade}`, 320 + (variant >> 3)),
  )
}

/** The same picture in the lower left quarter of a larger one. */
export async function drawAside(code: string, variant: number): Promise<Uint8Array> {
  const picture = sharp(await drawPicture(code, variant))
  const { width = 0, height = 0 } = await picture.metadata()
  return picture.extend({ top: height, right: width, background: '#e4ded2' }).jpeg().toBuffer()
}
