import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { createDrawOnce } from './draw-once.ts'
import { drawPicture } from './pictures.ts'

const SIDE = 20_000

const drawings: Record<string, { type: string; draw(): Promise<Uint8Array> }> = {
  /** Complete: every pixel can be decoded. */
  png: { type: 'image/png', draw: async () => png(deflateSync(Buffer.alloc(SIDE * (1 + SIDE / 8)))) },
  'png-without-pixels': { type: 'image/png', draw: async () => png(Buffer.alloc(0)) },
  jpeg: {
    type: 'image/jpeg',
    draw: async () => {
      const jpeg = Buffer.from(await drawPicture('1f455', 0))
      const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
      jpeg.writeUInt16BE(SIDE, frame + 5)
      jpeg.writeUInt16BE(SIDE, frame + 7)
      return jpeg
    },
  },
  gif: {
    type: 'image/gif',
    draw: async () => {
      const gif = await sharp(await drawPicture('1f455', 0))
        .gif()
        .toBuffer()
      for (const at of [6, 8]) gif.writeUInt16LE(SIDE, at)
      return gif
    },
  },
  webp: {
    type: 'image/webp',
    draw: async () => {
      const webp = await sharp(await drawPicture('1f455', 0))
        .webp({ lossless: true })
        .toBuffer()
      const header = webp.indexOf('VP8L') + 9
      // Each side minus one, in 14 bits.
      webp.writeUInt32LE((webp.readUInt32LE(header) | 0xfffffff) >>> 0, header)
      return webp
    },
  },
  svg: {
    type: 'image/svg+xml',
    draw: async () =>
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}"><circle r="9999"/></svg>`),
  },
}

const drawOnce = createDrawOnce<Uint8Array>()

/** Kinds of pictures with 400 megapixels, or the largest size of their format, in tiny files. */
export const hugeKinds = Object.keys(drawings)

/** Draws a huge picture, or returns it from the cache. */
export async function drawHuge(kind: string): Promise<{ type: string; bytes: Uint8Array } | undefined> {
  const drawing = drawings[kind]
  return drawing && { type: drawing.type, bytes: await drawOnce(kind, drawing.draw) }
}

/** A PNG of one bit per pixel. @param pixels all rows, compressed */
function png(pixels: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(SIDE, 0)
  header.writeUInt32BE(SIDE, 4)
  header[8] = 1
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}
