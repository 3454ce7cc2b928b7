import sharp from 'sharp'
import { emojiFile } from '../../scripts/demo-shop/emoji-shelves.ts'
import { onGround } from '../../scripts/demo-shop/pictures.ts'

export const formats = ['jpeg', 'webp', 'png', 'avif'] as const
export type Format = (typeof formats)[number]

const SIDE = 1000

/** A product shot of 1000 × 1000 px in each format, with grain that makes its files as large as a photograph's. */
export async function drawLarge(): Promise<Record<Format, Buffer>> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  const create = { width: SIDE, height: SIDE, channels: 3, background: '#888', noise } as const
  const grain = await sharp({ create }).blur(0.9).png().toBuffer()
  const picture = sharp(await onGround(emojiFile('1f45f'), '#e8e4dc', SIDE))
  const png = await picture
    .composite([{ input: grain, blend: 'soft-light' }])
    .png()
    .toBuffer()
  return {
    jpeg: await sharp(png).jpeg({ quality: 85 }).toBuffer(),
    webp: await sharp(png).webp({ quality: 82 }).toBuffer(),
    png,
    avif: await sharp(png).avif({ quality: 60, effort: 2 }).toBuffer(),
  }
}

/** The same picture as a distinct file. Decoders ignore data after the end; AVIF requires it to be a `free` box. */
export function withNumber(file: Buffer, n: number): Buffer {
  const box = Buffer.alloc(16)
  box.writeUInt32BE(box.length)
  box.write('free', 4)
  box.writeUInt32BE(n, 8)
  return Buffer.concat([file, box])
}
