import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import sharp from 'sharp'
import type { Item } from './shelf.ts'

/** A response body with its content type. */
export interface Served {
  type: string
  bytes: Uint8Array
}

/** Widths that the shop offers in `srcset`, in pixels. */
export const widths = [300, 600] as const

/** Renders the item's picture: a cut-out on a plain ground, or a photograph's file unchanged. */
export async function servedPicture({ file, ground }: Item, width: number): Promise<Served> {
  if (ground) return { type: 'image/jpeg', bytes: await onGround(file, ground, width) }
  const kind = extname(file).slice(1).toLowerCase()
  return { type: `image/${kind === 'jpg' ? 'jpeg' : kind}`, bytes: await readFile(file) }
}

/**
 * A cut-out in the middle of a square, with the margin of a product shot.
 * @param width side of the square in pixels
 * @returns a JPEG
 */
export async function onGround(file: string, ground: string, width: number): Promise<Uint8Array> {
  const side = Math.round(width * 0.76)
  // Trimmed, because many cut-outs are off-centre in their files.
  const cutOut = await sharp(await sharp(file).trim().toBuffer())
    .resize(side, side, { fit: 'inside', kernel: 'lanczos3' })
    .toBuffer()
  const canvas = sharp({ create: { width, height: width, channels: 3, background: ground } })
  return canvas
    .composite([{ input: cutOut }])
    .jpeg({ quality: 88 })
    .toBuffer()
}
